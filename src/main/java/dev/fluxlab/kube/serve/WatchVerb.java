package dev.fluxlab.kube.serve;

import dev.fluxlab.http.EventStream;
import dev.fluxlab.http.Exchange;
import dev.fluxlab.kube.store.Snapshot;
import dev.fluxlab.kube.store.Store;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Streams the changes of what a list would show, over HTTP or as messages of a WebSocket. */
final class WatchVerb implements Verb {

    private static final Logger LOG = Logger.getLogger(WatchVerb.class.getName());
    private static final Duration BOOKMARK_EVERY = Duration.ofMinutes(1);
    private static final Duration SHORTEST = Duration.ofMinutes(30);

    private final Cluster cluster;
    private final Answers answers;
    private final ScheduledExecutorService timers;
    private final Executor readers;

    WatchVerb(Cluster cluster, Answers answers, ScheduledExecutorService timers, Executor readers) {
        this.cluster = cluster;
        this.answers = answers;
        this.timers = timers;
        this.readers = readers;
    }

    /** A watch that is understood and has not begun. */
    private record Begun(Selection selection, WatchOptions options, WatchEvents events, Snapshot objects) {}

    @Override
    public void answer(Call call) {
        WatchOptions options = WatchOptions.of(call.exchange().query());
        Selection selection = Selection.of(call);
        Accepted accepted = Accepted.of(call.exchange());
        WatchEvents events = new WatchEvents(
                selection, accepted, answers.tables(call.type(), call.query("includeObject"), accepted));
        Snapshot objects = options.initial()
                ? Revision.atLeast(cluster.store(), options.revision())
                : cluster.store().now();
        Begun begun = new Begun(selection, options, events, objects);
        Exchange exchange = call.exchange();
        if (exchange.wantsWebSocket()) {
            exchange.webSocket(stream -> begin(begun, stream));
        } else {
            begin(begun, exchange.stream(200, "application/json"));
        }
    }

    private void begin(Begun watch, EventStream out) {
        Store store = cluster.store();
        String resource = watch.selection().resource();
        WatchOptions options = watch.options();
        long floor = watch.objects().floor(resource);
        if (!options.initial() && options.revision() > 0 && options.revision() < floor) {
            out.send(WatchEvents.error(WatchCursor.tooOld(options.revision(), floor)));
            out.close();
            return;
        }
        WatchCursor cursor = new WatchCursor(store, resource, watch.events(), out);
        if (options.initial()) {
            cursor.sendInitial(watch.objects(), watch.selection().prefix(), options.bookmarks());
        } else {
            cursor.startAfter(
                    options.revision() > 0
                            ? options.revision()
                            : watch.objects().revision());
        }
        AutoCloseable registration = store.onChange(resource, () -> cursor.wake(readers));
        out.onClosed(() -> close(registration));
        cursor.wake(readers); // what happened between the snapshot and the registration
        schedule(watch.options(), cursor, out);
    }

    private void schedule(WatchOptions options, WatchCursor cursor, EventStream out) {
        Duration timeout = options.timeout().orElseGet(WatchVerb::anyTimeout);
        ScheduledFuture<?> end = timers.schedule(out::close, timeout.toMillis(), TimeUnit.MILLISECONDS);
        out.onClosed(() -> end.cancel(false));
        if (options.bookmarks()) {
            long last = Math.max(0, timeout.toMillis() - 2_000);
            ScheduledFuture<?> before = timers.schedule(() -> cursor.bookmark(readers), last, TimeUnit.MILLISECONDS);
            ScheduledFuture<?> periodic = timers.scheduleAtFixedRate(
                    () -> cursor.bookmark(readers),
                    BOOKMARK_EVERY.toMillis(),
                    BOOKMARK_EVERY.toMillis(),
                    TimeUnit.MILLISECONDS);
            out.onClosed(() -> before.cancel(false));
            out.onClosed(() -> periodic.cancel(false));
        }
    }

    /** Spread out, so that the clients of one start do not all come back at once. */
    private static Duration anyTimeout() {
        return SHORTEST.plusSeconds(ThreadLocalRandom.current().nextLong(SHORTEST.toSeconds()));
    }

    private static void close(AutoCloseable registration) {
        try {
            registration.close();
        } catch (Exception e) {
            LOG.log(Level.WARNING, "a watch could not be taken off its resource", e);
        }
    }
}
