package dev.fluxlab.guard;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import java.util.List;

/** Findings for a program. */
final class JsonReport {

    private JsonReport() {}

    static String print(List<Finding> findings) {
        boolean holds = findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
        Obj report = Obj.builder()
                .put("holds", holds)
                .put(
                        "findings",
                        new Arr(findings.stream().<Json>map(JsonReport::tree).toList()))
                .build();
        return JsonText.pretty(report) + "\n";
    }

    private static Obj tree(Finding finding) {
        return Obj.builder()
                .put("rule", finding.rule().id())
                .put("severity", finding.severity().word())
                .put("file", finding.place().file())
                .put("line", finding.place().line())
                .put("what", finding.message().what())
                .put("why", finding.message().why())
                .put("next", finding.message().next())
                .build();
    }
}
