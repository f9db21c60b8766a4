package dev.fluxlab.guard;

import java.util.List;

/** Findings for a person at a terminal. */
final class TextReport {

    private TextReport() {}

    static String print(List<Finding> findings) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : findings) {
            Finding.Message message = finding.message();
            text.append(finding.place())
                    .append(": ")
                    .append(finding.severity().word())
                    .append(" [")
                    .append(finding.rule().id())
                    .append("] ")
                    .append(message.what())
                    .append("\n    why:  ")
                    .append(message.why())
                    .append("\n    next: ")
                    .append(message.next())
                    .append('\n');
        }
        return text.append(summary(findings)).append('\n').toString();
    }

    private static String summary(List<Finding> findings) {
        long errors = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .count();
        long warnings = findings.size() - errors;
        return findings.isEmpty()
                ? "every guardrail holds"
                : errors
                        + (errors == 1 ? " error, " : " errors, ")
                        + warnings
                        + (warnings == 1 ? " warning" : " warnings");
    }
}
