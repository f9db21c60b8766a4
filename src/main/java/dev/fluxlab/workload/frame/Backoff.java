package dev.fluxlab.workload.frame;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A wait for each key that doubles with every failure, up to a longest one. */
public final class Backoff<K> {

    private static final int MOST_DOUBLINGS = 30;

    private final Duration shortest;
    private final Duration longest;
    private final Map<K, Integer> failures = new ConcurrentHashMap<>();

    public Backoff(Duration shortest, Duration longest) {
        this.shortest = shortest;
        this.longest = longest;
    }

    public Duration next(K key) {
        int before = failures.merge(key, 1, Integer::sum) - 1;
        Duration delay = shortest.multipliedBy(1L << Math.min(before, MOST_DOUBLINGS));
        return delay.compareTo(longest) > 0 ? longest : delay;
    }

    public void forget(K key) {
        failures.remove(key);
    }
}
