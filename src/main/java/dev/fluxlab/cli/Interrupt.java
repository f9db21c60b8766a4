package dev.fluxlab.cli;

import java.util.concurrent.CountDownLatch;

/** Waits for Ctrl-C or a polite kill, and gives what is open the time to close. */
final class Interrupt {

    private Interrupt() {}

    static void awaitAndClose(AutoCloseable open) throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            asked.countDown();
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        asked.await();
        try {
            open.close();
        } catch (Exception e) {
            throw new IllegalStateException("could not end cleanly: " + e.getMessage(), e);
        } finally {
            closed.countDown();
        }
    }
}
