package dev.fluxlab.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.guard.Finding.Message;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

final class ReportFormatTest {

    private static final List<Finding> FINDINGS = List.of(
            new Finding(
                    RuleId.MARKER,
                    Severity.ERROR,
                    new Place("flux/apps/a.yaml", 7),
                    new Message("a <marker> & \"more\"", "why", "next")),
            new Finding(
                    RuleId.INTERVALS, Severity.WARNING, new Place("b.yaml", 1), new Message("what", "why", "next")));

    @Test
    void text_has_a_place_a_rule_and_what_to_do() {
        assertThat(ReportFormat.TEXT.print(FINDINGS))
                .isEqualTo(
                        """
                flux/apps/a.yaml:7: error [marker] a <marker> & "more"
                    why:  why
                    next: next
                b.yaml:1: warning [intervals] what
                    why:  why
                    next: next
                1 error, 1 warning
                """);
        assertThat(ReportFormat.TEXT.print(List.of())).isEqualTo("every guardrail holds\n");
    }

    @Test
    void json_says_whether_the_guardrails_hold() {
        Json report = JsonText.read(ReportFormat.JSON.print(FINDINGS));
        assertThat(report.at("holds")).hasValue(Json.bool(false));
        assertThat(report.items("findings")).hasSize(2).first().satisfies(finding -> {
            assertThat(finding.text("rule")).isEqualTo("marker");
            assertThat(finding.at("line")).hasValue(Json.number(7));
        });
        assertThat(JsonText.read(ReportFormat.JSON.print(FINDINGS.subList(1, 2)))
                        .at("holds"))
                .hasValue(Json.bool(true));
    }

    @Test
    void sarif_names_each_rule_and_each_place() {
        Json report = JsonText.read(ReportFormat.SARIF.print(FINDINGS));
        assertThat(report.text("version")).isEqualTo("2.1.0");
        Json run = report.items("runs").get(0);
        List<Json> rules = run.items("tool", "driver", "rules");
        assertThat(rules).hasSize(RuleId.values().length);
        Json result = run.items("results").get(0);
        int index = result.at("ruleIndex").flatMap(Json::asLong).orElseThrow().intValue();
        assertThat(rules.get(index).text("id")).isEqualTo(result.text("ruleId")).isEqualTo("marker");
        assertThat(result.text("level")).isEqualTo("error");
        Json place = result.items("locations").get(0).obj("physicalLocation");
        assertThat(place.text("artifactLocation", "uri")).isEqualTo("flux/apps/a.yaml");
        assertThat(place.at("region", "startLine")).hasValue(Json.number(7));
    }

    @Test
    void junit_fails_the_guardrails_that_have_errors() throws Exception {
        Document report = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(ReportFormat.JUNIT.print(FINDINGS))));
        assertThat(report.getDocumentElement().getAttribute("tests")).isEqualTo("" + RuleId.values().length);
        assertThat(report.getDocumentElement().getAttribute("failures")).isEqualTo("1");
        assertThat(report.getElementsByTagName("failure")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("message")
                        .getNodeValue())
                .isEqualTo("flux/apps/a.yaml:7: a <marker> & \"more\"");
        assertThat(report.getElementsByTagName("system-out").getLength()).isEqualTo(1);
    }
}
