package dev.fluxlab.flux.kustomization;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A run that waits for health: everything a later look needs.
 *
 * @param startedAt when the run began
 * @param since when the wait began
 * @param looks how often it has looked
 */
record HealthWait(
        long generation,
        Revision revision,
        List<Target> targets,
        String digest,
        Instant startedAt,
        Instant since,
        boolean telling,
        int looks) {

    private static final Duration FIRST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    HealthWait {
        targets = List.copyOf(targets);
    }

    HealthWait lookedAgain() {
        return new HealthWait(generation, revision, targets, digest, startedAt, since, telling, looks + 1);
    }

    /** Flux looks every five seconds; the first looks are quicker, as nothing here takes that long to start. */
    Duration nextLook() {
        Duration next = FIRST.multipliedBy(1L << Math.min(looks, 10));
        return next.compareTo(LONGEST) < 0 ? next : LONGEST;
    }
}
