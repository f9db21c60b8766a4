package dev.fluxlab.flux.kustomization;

import dev.fluxlab.flux.api.KustomizationSpec;
import dev.fluxlab.flux.reconcile.GoDuration;
import java.time.Duration;

/** The durations of a Kustomization, with their defaults. */
record Timing(Duration interval, Duration retryInterval, Duration timeout) {

    static final Duration DEPENDENCY = Duration.ofSeconds(30);
    private static final Duration SHORTEST_TIMEOUT = Duration.ofSeconds(30);

    static Timing of(KustomizationSpec spec) {
        Duration interval = GoDuration.parse(spec.interval());
        Duration timeout = GoDuration.parseOr(spec.timeout(), interval.minus(SHORTEST_TIMEOUT));
        return new Timing(
                interval,
                GoDuration.parseOr(spec.retryInterval(), interval),
                timeout.compareTo(SHORTEST_TIMEOUT) < 0 ? SHORTEST_TIMEOUT : timeout);
    }
}
