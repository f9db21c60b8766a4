package dev.fluxlab.clock;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Knows whether a world is at rest: no work is going on, and nothing has stirred for a short while. The while is what
 * an event needs from the API server to a controller's watch, which no counter can see.
 */
final class Quiet {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final long restNanos;
    private final LongSupplier nanoTime;
    private int working;
    private long lastStir;

    Quiet(Duration rest, LongSupplier nanoTime) {
        this.restNanos = rest.toNanos();
        this.nanoTime = nanoTime;
        this.lastStir = nanoTime.getAsLong() - restNanos;
    }

    Activity begin() {
        change(1);
        boolean[] open = {true};
        return () -> {
            if (open[0]) {
                open[0] = false;
                change(-1);
            }
        };
    }

    void stir() {
        change(0);
    }

    private void change(int by) {
        lock.lock();
        try {
            working += by;
            lastStir = nanoTime.getAsLong();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the world is at rest; false when it still was not after the bound. */
    boolean await(Duration bound) throws InterruptedException {
        long deadline = nanoTime.getAsLong() + bound.toNanos();
        lock.lock();
        try {
            while (true) {
                long now = nanoTime.getAsLong();
                long restsIn = working > 0 ? Long.MAX_VALUE : lastStir + restNanos - now;
                if (restsIn <= 0) {
                    return true;
                }
                if (now >= deadline || !waitFor(Math.min(restsIn, deadline - now))) {
                    if (nanoTime.getAsLong() >= deadline) {
                        return false;
                    }
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean waitFor(long nanos) throws InterruptedException {
        return changed.await(nanos, TimeUnit.NANOSECONDS);
    }
}
