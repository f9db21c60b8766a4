package dev.fluxlab.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A world's clock. It keeps pace with the clock it stands on, and can be moved forward: what comes due on the way runs
 * in its order, and time waits at each moment until the world is at rest.
 */
public final class WorldClock implements InstantSource, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(WorldClock.class.getName());

    /** What comes due this close together is let happen together, so that moving an hour does not take minutes. */
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private static final Duration REST = Duration.ofMillis(40);
    private static final Duration LONGEST_UNREST = Duration.ofSeconds(30);

    private final InstantSource base;
    private final Quiet quiet = new Quiet(REST, System::nanoTime);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final PriorityQueue<Due> timers = new PriorityQueue<>();
    private Duration ahead;
    private long scheduled;
    private boolean closed;

    private WorldClock(InstantSource base, Duration ahead) {
        this.base = base;
        this.ahead = ahead;
    }

    /** A clock that stands on another and is ahead of it by what an earlier run of the world had reached. */
    public static WorldClock on(InstantSource base, Duration ahead) {
        WorldClock clock = new WorldClock(base, ahead);
        Thread thread = new Thread(clock::run, "world-clock");
        thread.setDaemon(true);
        thread.start();
        return clock;
    }

    public static WorldClock system() {
        return on(InstantSource.system(), Duration.ZERO);
    }

    @Override
    public Instant instant() {
        lock.lock();
        try {
            return base.instant().plus(ahead);
        } finally {
            lock.unlock();
        }
    }

    /** How far this clock is ahead of the one it stands on. */
    public Duration ahead() {
        lock.lock();
        try {
            return ahead;
        } finally {
            lock.unlock();
        }
    }

    /** Runs a short task once the delay has passed in the world's time. */
    public Timer schedule(Duration delay, Runnable task) {
        lock.lock();
        try {
            Due due = new Due(instant().plus(delay), scheduled++, task);
            timers.add(due);
            changed.signalAll();
            return () -> cancel(due);
        } finally {
            lock.unlock();
        }
    }

    private void cancel(Due due) {
        lock.lock();
        try {
            timers.remove(due);
        } finally {
            lock.unlock();
        }
    }

    /** Marks work that a moment set off; close it when the work is done. */
    public Activity begin() {
        return quiet.begin();
    }

    /** Notes that something changed in the world which may set off work elsewhere. */
    public void stir() {
        quiet.stir();
    }

    /** Waits until the world is at rest; false when it still was not after the bound, which is real time. */
    public boolean awaitRest(Duration bound) throws InterruptedException {
        return quiet.await(bound);
    }

    /**
     * Moves time forward and returns when the world has come to rest.
     *
     * @return false when the world was still busy after the longest time it is given at one moment
     */
    public boolean advance(Duration by) throws InterruptedException {
        Instant target = instant().plus(by);
        boolean rested = quiet.await(LONGEST_UNREST);
        for (Optional<Instant> next = nextDue(); next.isPresent() && !next.get().isAfter(target); next = nextDue()) {
            Instant moment = next.get().plus(MOMENT);
            moveTo(moment.isBefore(target) ? moment : target);
            runDue();
            rested &= quiet.await(LONGEST_UNREST);
        }
        moveTo(target);
        return rested;
    }

    private Optional<Instant> nextDue() {
        lock.lock();
        try {
            return Optional.ofNullable(timers.peek()).map(Due::at);
        } finally {
            lock.unlock();
        }
    }

    private void moveTo(Instant when) {
        lock.lock();
        try {
            Duration gap = Duration.between(instant(), when);
            if (!gap.isNegative()) {
                ahead = ahead.plus(gap);
            }
        } finally {
            lock.unlock();
        }
    }

    private void runDue() {
        for (Optional<Due> due = takeDue(); due.isPresent(); due = takeDue()) {
            try (Activity activity = begin()) {
                due.get().task().run();
            } catch (RuntimeException e) {
                LOG.log(Level.SEVERE, "a timer's task failed; the other timers go on", e);
            }
        }
    }

    private Optional<Due> takeDue() {
        lock.lock();
        try {
            Optional<Due> first =
                    Optional.ofNullable(timers.peek()).filter(due -> !due.at().isAfter(instant()));
            first.ifPresent(timers::remove);
            return first;
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            while (awaitDue()) {
                runDue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the next timer to come due by itself; false once the clock is closed. */
    private boolean awaitDue() throws InterruptedException {
        lock.lock();
        try {
            while (!closed) {
                Optional<Duration> wait = nextDue().map(due -> Duration.between(instant(), due));
                if (wait.isEmpty()) {
                    changed.await();
                } else if (wait.get().isNegative() || wait.get().isZero()) {
                    return true;
                } else {
                    long left = changed.awaitNanos(TimeUnit.NANOSECONDS.convert(wait.get()));
                    LOG.finest(() -> "woken " + left + " ns early");
                }
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Stops the timers; what has not come due never runs. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            timers.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
