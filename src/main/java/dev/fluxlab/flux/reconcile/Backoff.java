package dev.fluxlab.flux.reconcile;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Doubles the wait of each object from 750 ms up to 15 minutes, as the controllers' rate limiter does. */
final class Backoff<K> {

    private static final Duration SHORTEST = Duration.ofMillis(750);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int DOUBLINGS_TO_LONGEST = 11;

    private final Map<K, Integer> failures = new ConcurrentHashMap<>();

    Duration next(K key) {
        int before = failures.merge(key, 1, Integer::sum) - 1;
        Duration delay = SHORTEST.multipliedBy(1L << Math.min(before, DOUBLINGS_TO_LONGEST));
        return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    }

    void forget(K key) {
        failures.remove(key);
    }
}
