package dev.fluxlab.flux.reconcile;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Writes core/v1 Events as client-go's recorder does: one that repeats is counted up, not written again. */
public final class EventRecorder implements Recorder {

    private static final Logger LOG = Logger.getLogger(EventRecorder.class.getName());

    /** client-go's own bound on what it remembers. */
    private static final int REMEMBERED = 4096;

    private final Cluster cluster;
    private final InstantSource clock;
    private final AtomicLong sequence = new AtomicLong();
    private final Map<Key, Written> written = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Written> eldest) {
            return size() > REMEMBERED;
        }
    };

    public EventRecorder(Cluster cluster, InstantSource clock) {
        this.cluster = cluster;
        this.clock = clock;
    }

    /** What makes two events the same. */
    private record Key(String component, Obj object, Severity severity, String reason, String message) {

        static Key of(Happening happening) {
            Obj object = happening.reference().without("resourceVersion");
            return new Key(
                    happening.component(), object, happening.severity(), happening.reason(), happening.message());
        }
    }

    private record Written(String name, long count) {}

    @Override
    public synchronized void record(Happening happening) {
        Key key = Key.of(happening);
        Written before = written.get(key);
        try {
            Written after = before == null ? first(happening) : again(happening, before);
            written.put(key, after);
        } catch (ApiFailure e) {
            written.remove(key);
            LOG.log(Level.FINE, e, () -> "an event could not be written: " + happening.message());
        }
    }

    private Written first(Happening happening) {
        Obj object = happening.reference();
        String name = object.text("name") + "." + Long.toHexString(unique());
        cluster.create(events(object, ""), Write.create(event(happening, name), happening.component()));
        return new Written(name, 1);
    }

    private Written again(Happening happening, Written before) {
        Obj patch = Obj.builder()
                .put("count", before.count() + 1)
                .put("lastTimestamp", now())
                .build();
        Address address = events(happening.reference(), before.name());
        try {
            cluster.patch(address, Write.merge(patch, happening.component()));
            return new Written(before.name(), before.count() + 1);
        } catch (ApiFailure e) {
            if (e.isNotFound()) {
                return first(happening);
            }
            throw e;
        }
    }

    private static Address events(Obj object, String name) {
        return new Address("v1", "events", object.text("namespace"), name);
    }

    /** client-go names events by the nanosecond; time that stands still needs the count. */
    private long unique() {
        long nanos = clock.instant().toEpochMilli() * 1_000_000L;
        return sequence.updateAndGet(last -> Math.max(last + 1, nanos));
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private Obj event(Happening happening, String name) {
        Obj object = happening.reference();
        Obj.Builder metadata = Obj.builder().put("name", name).put("namespace", object.text("namespace"));
        Map<String, String> annotations = happening.annotations();
        if (!annotations.isEmpty()) {
            metadata.put("annotations", Obj.ofTexts(annotations));
        }
        return Obj.builder()
                .put("apiVersion", "v1")
                .put("kind", "Event")
                .put("metadata", metadata.build())
                .put("involvedObject", object)
                .put("reason", happening.reason())
                .put("message", happening.message())
                .put("source", Obj.of("component", happening.component()))
                .put("firstTimestamp", now())
                .put("lastTimestamp", now())
                .put("count", Json.number(1))
                .put("type", happening.severity().type())
                .put("reportingComponent", happening.component())
                .build();
    }
}
