package dev.fluxlab.flux.kustomization;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What became of an object. */
record Change(Target target, Action action) {

    /** The words of Flux's events. */
    enum Action {
        CREATED,
        CONFIGURED,
        UNCHANGED,
        DELETED,
        SKIPPED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String toString() {
        return target + " " + action;
    }

    static String lines(List<Change> changes) {
        return changes.stream().map(Change::toString).collect(Collectors.joining("\n"));
    }

    /** Those that an event tells: whatever is not as it was. */
    static List<Change> told(List<Change> changes) {
        return changes.stream()
                .filter(change -> change.action() != Action.UNCHANGED && change.action() != Action.SKIPPED)
                .toList();
    }
}
