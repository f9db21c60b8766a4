package dev.fluxlab.guard;

import dev.fluxlab.guard.Finding.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what rules report. */
final class Findings {

    private final List<Finding> all = new ArrayList<>();

    void error(RuleId rule, Place place, Message message) {
        all.add(new Finding(rule, Severity.ERROR, place, message));
    }

    void warning(RuleId rule, Place place, Message message) {
        all.add(new Finding(rule, Severity.WARNING, place, message));
    }

    /** Hard stops first, then by place; what two builds of one folder both tell is told once. */
    List<Finding> sorted() {
        return all.stream()
                .distinct()
                .sorted(Comparator.comparing(Finding::severity)
                        .thenComparing(finding -> finding.place().file())
                        .thenComparing(finding -> finding.place().line())
                        .thenComparing(Finding::rule))
                .toList();
    }
}
