package dev.fluxlab.clock;

import java.time.Instant;
import java.util.Comparator;

/** A task and when it runs; what is due at the same instant runs in the order it was asked for. */
record Due(Instant at, long order, Runnable task) implements Comparable<Due> {

    private static final Comparator<Due> ORDER = Comparator.comparing(Due::at).thenComparing(Due::order);

    @Override
    public int compareTo(Due other) {
        return ORDER.compare(this, other);
    }
}
