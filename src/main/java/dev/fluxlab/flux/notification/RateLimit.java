package dev.fluxlab.flux.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lets the same event through once in five minutes. */
final class RateLimit {

    private static final Duration INTERVAL = Duration.ofMinutes(5);

    private final InstantSource clock;
    private final Map<String, Instant> last = new LinkedHashMap<>();

    RateLimit(InstantSource clock) {
        this.clock = clock;
    }

    synchronized boolean admits(Event event) {
        Instant now = clock.instant();
        last.values().removeIf(when -> !when.plus(INTERVAL).isAfter(now));
        return last.putIfAbsent(event.sameness(), now) == null;
    }
}
