package dev.fluxlab.guard;

import java.util.List;

/** Findings as JUnit XML: each guardrail is a test, which fails by its errors; warnings are its output. */
final class JunitReport {

    private JunitReport() {}

    static String print(List<Finding> findings) {
        long failing = List.of(RuleId.values()).stream()
                .filter(rule -> !of(findings, rule, Severity.ERROR).isEmpty())
                .count();
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<testsuite name=\"fluxlab guard\" tests=\"%d\" failures=\"%d\" errors=\"0\" skipped=\"0\">\n"
                .formatted(RuleId.values().length, failing));
        for (RuleId rule : RuleId.values()) {
            testCase(xml, rule, findings);
        }
        return xml.append("</testsuite>\n").toString();
    }

    private static List<Finding> of(List<Finding> findings, RuleId rule, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.rule() == rule && finding.severity() == severity)
                .toList();
    }

    private static void testCase(StringBuilder xml, RuleId rule, List<Finding> findings) {
        List<Finding> errors = of(findings, rule, Severity.ERROR);
        List<Finding> warnings = of(findings, rule, Severity.WARNING);
        xml.append("  <testcase classname=\"guard\" name=\"%s\"".formatted(escape(rule.id())));
        if (errors.isEmpty() && warnings.isEmpty()) {
            xml.append("/>\n");
            return;
        }
        xml.append(">\n");
        if (!errors.isEmpty()) {
            String first =
                    errors.get(0).place() + ": " + errors.get(0).message().what();
            xml.append("    <failure message=\"%s\">%s</failure>\n"
                    .formatted(escape(first), escape(TextReport.print(errors))));
        }
        if (!warnings.isEmpty()) {
            xml.append("    <system-out>%s</system-out>\n".formatted(escape(TextReport.print(warnings))));
        }
        xml.append("  </testcase>\n");
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(sign -> {
            switch (sign) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    // XML has no control characters but these three, not even escaped
                    boolean allowed = sign >= ' ' || sign == '\n' || sign == '\t' || sign == '\r';
                    escaped.appendCodePoint(allowed ? sign : '?');
                }
            }
        });
        return escaped.toString();
    }
}
