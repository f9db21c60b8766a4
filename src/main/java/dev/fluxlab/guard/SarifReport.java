package dev.fluxlab.guard;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import java.util.Arrays;
import java.util.List;

/** Findings as SARIF 2.1.0, which forges show beside the changed lines. */
final class SarifReport {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private SarifReport() {}

    static String print(List<Finding> findings) {
        Obj driver = Obj.builder()
                .put("name", "fluxlab guard")
                .put(
                        "rules",
                        list(Arrays.stream(RuleId.values())
                                .map(SarifReport::rule)
                                .toList()))
                .build();
        Obj run = Obj.builder()
                .put("tool", Obj.of("driver", driver))
                .put("results", list(findings.stream().map(SarifReport::result).toList()))
                .build();
        return JsonText.pretty(Obj.builder()
                        .put("$schema", SCHEMA)
                        .put("version", "2.1.0")
                        .put("runs", Arr.of(run))
                        .build())
                + "\n";
    }

    private static Arr list(List<Obj> objects) {
        return new Arr(objects.stream().<Json>map(object -> object).toList());
    }

    private static Obj text(String text) {
        return Obj.of("text", text);
    }

    private static Obj rule(RuleId rule) {
        return Obj.builder()
                .put("id", rule.id())
                .put("shortDescription", text(rule.sentence()))
                .build();
    }

    private static Obj result(Finding finding) {
        Finding.Message message = finding.message();
        Obj location = Obj.builder()
                .put("artifactLocation", Obj.of("uri", finding.place().file()))
                .put(
                        "region",
                        Obj.builder().put("startLine", finding.place().line()).build())
                .build();
        return Obj.builder()
                .put("ruleId", finding.rule().id())
                .put("ruleIndex", finding.rule().ordinal())
                .put("level", finding.severity().word())
                .put("message", text(message.what() + ". " + message.why() + ". Next: " + message.next() + "."))
                .put("locations", Arr.of(Obj.of("physicalLocation", location)))
                .build();
    }
}
