package dev.fluxlab.flux.source;

import static dev.fluxlab.flux.source.SourceFailure.FETCH_FAILED;
import static dev.fluxlab.flux.source.SourceFailure.STORAGE_FAILED;
import static dev.fluxlab.flux.source.SourceFailure.VERIFIED;

import dev.fluxlab.flux.api.Condition;
import dev.fluxlab.flux.api.Condition.Status;
import dev.fluxlab.flux.reconcile.Conditions;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Derives Ready of a source from its other conditions: what is worst speaks for all. */
final class ReadySummary {

    static final String IN_STORAGE = "ArtifactInStorage";
    static final String OUTDATED = "ArtifactOutdated";

    private static final List<String> ORDER = List.of(
            STORAGE_FAILED, FETCH_FAILED, OUTDATED, IN_STORAGE, VERIFIED, Conditions.STALLED, Conditions.RECONCILING);

    private static final Set<String> BAD_WHEN_TRUE =
            Set.of(STORAGE_FAILED, FETCH_FAILED, OUTDATED, Conditions.STALLED, Conditions.RECONCILING);

    private static final int GROUPS = 5;

    private ReadySummary() {}

    static void apply(Conditions conditions) {
        for (int group = 0; group < GROUPS; group++) {
            Optional<Condition> speaker = first(conditions, group);
            if (speaker.isPresent()) {
                Status ready = group < 2 ? Status.FALSE : group < 4 ? Status.TRUE : Status.UNKNOWN;
                conditions.set(
                        Conditions.READY,
                        ready,
                        speaker.get().reason(),
                        speaker.get().message());
                break;
            }
        }
        conditions
                .get(VERIFIED)
                .filter(verified -> verified.status() == Status.FALSE)
                .ifPresent(verified -> conditions.markFalse(Conditions.READY, verified.reason(), verified.message()));
    }

    private static Optional<Condition> first(Conditions conditions, int group) {
        return ORDER.stream()
                .map(conditions::get)
                .flatMap(Optional::stream)
                .filter(condition -> group(condition) == group)
                .findFirst();
    }

    private static int group(Condition condition) {
        boolean badWhenTrue = BAD_WHEN_TRUE.contains(condition.type());
        return switch (condition.status()) {
            case TRUE -> badWhenTrue ? 0 : 2;
            case FALSE -> badWhenTrue ? 3 : 1;
            case UNKNOWN -> 4;
        };
    }
}
