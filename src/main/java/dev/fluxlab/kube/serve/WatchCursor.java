package dev.fluxlab.kube.serve;

import dev.fluxlab.http.EventStream;
import dev.fluxlab.kube.store.Change;
import dev.fluxlab.kube.store.Snapshot;
import dev.fluxlab.kube.store.Store;
import dev.fluxlab.kube.store.Stored;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One watch: a place in the ring of changes. News only wakes it; it then reads what it has not seen, so that no queue grows
 * on the server and a watch that falls behind the ring is told so.
 */
final class WatchCursor {

    private final Store store;
    private final String resource;
    private final WatchEvents events;
    private final EventStream out;
    private final AtomicInteger pending = new AtomicInteger();
    private long seen;

    WatchCursor(Store store, String resource, WatchEvents events, EventStream out) {
        this.store = store;
        this.resource = resource;
        this.events = events;
        this.out = out;
    }

    /** Sends the objects of a moment; changes after it follow. */
    void sendInitial(Snapshot objects, String prefix, boolean bookmark) {
        for (Stored stored : objects.list(resource, prefix, "")) {
            events.added(stored).ifPresent(out::send);
        }
        seen = objects.revision();
        if (bookmark) {
            out.send(events.bookmark(seen, true));
        }
    }

    void startAfter(long revision) {
        seen = revision;
    }

    /** There is news; reads it on the executor, by one thread at a time. */
    void wake(Executor executor) {
        if (pending.getAndIncrement() == 0) {
            executor.execute(this::readAll);
        }
    }

    private void readAll() {
        int news = pending.get();
        while (news > 0) {
            read();
            news = pending.addAndGet(-news);
        }
    }

    private void read() {
        Snapshot now = store.now();
        if (!out.isOpen() || now.revision() <= seen) {
            return;
        }
        Optional<List<Change>> changes = now.changesAfter(seen, resource);
        if (changes.isEmpty()) {
            out.send(WatchEvents.error(tooOld(seen, now.floor(resource))));
            out.close();
            return;
        }
        for (Change change : changes.get()) {
            events.changed(change).ifPresent(out::send);
        }
        seen = now.revision();
    }

    /** Tells the client how far it has come although nothing it selects has changed. */
    void bookmark(Executor executor) {
        executor.execute(() -> {
            if (pending.get() == 0 && out.isOpen()) {
                out.send(events.bookmark(seen, false));
            }
        });
    }

    static ApiException tooOld(long revision, long floor) {
        return Refusals.expired("too old resource version: " + revision + " (" + floor + ")");
    }
}
