package dev.fluxlab.flux.notification;

import dev.fluxlab.clock.Activity;
import dev.fluxlab.clock.WorldClock;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/** Sends things aside from the controllers' own work; the world is not at rest before they are sent. */
final class Background implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Background.class.getName());

    /** What may wait; beyond that it is dropped, as a provider that hangs must not fill memory. */
    private static final int WAITING = 1000;

    private static final int THREADS = 2;

    private final WorldClock clock;
    private final ThreadPoolExecutor workers;

    Background(WorldClock clock) {
        this.clock = clock;
        this.workers = new ThreadPoolExecutor(
                THREADS, THREADS, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(WAITING), Background::thread);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "notifications");
        thread.setDaemon(true);
        return thread;
    }

    void run(Runnable work) {
        Activity activity = clock.begin();
        try {
            workers.execute(() -> {
                try (activity) {
                    work.run();
                }
            });
        } catch (RejectedExecutionException e) {
            activity.close();
            LOG.fine("a notification was dropped: too many wait to be sent");
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
