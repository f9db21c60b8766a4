package dev.fluxlab.kube.serve;

import dev.fluxlab.kube.store.Snapshot;
import dev.fluxlab.kube.store.Store;
import java.util.OptionalLong;

/** Reads and honours the resourceVersion that a read asks for. */
final class Revision {

    private static final long LONGEST_WAIT_MILLIS = 3_000;

    private Revision() {}

    /** The number; empty for a request that does not say or says 0, which means any. */
    static OptionalLong wanted(String text) {
        if (text.isEmpty() || text.equals("0")) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseUnsignedLong(text));
        } catch (NumberFormatException e) {
            throw Refusals.badRequest("invalid resource version: " + complaint(text));
        }
    }

    static String complaint(String text) {
        return "resourceVersion: Invalid value: \"" + text + "\": strconv.ParseUint: parsing \"" + text
                + "\": invalid syntax";
    }

    /** The objects at or after a revision; waits a little for one that is yet to come. */
    static Snapshot atLeast(Store store, long revision) {
        long deadline = System.nanoTime() + LONGEST_WAIT_MILLIS * 1_000_000;
        Snapshot now = store.now();
        while (now.revision() < revision && System.nanoTime() < deadline) {
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
            now = store.now();
        }
        if (now.revision() < revision) {
            throw Refusals.futureRevision(revision, now.revision());
        }
        return now;
    }
}
