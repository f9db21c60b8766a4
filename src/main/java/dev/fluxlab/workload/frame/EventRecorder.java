package dev.fluxlab.workload.frame;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.workload.frame.Correlation.Told;
import dev.fluxlab.workload.frame.Correlation.Written;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Writes the events of one component; one that cannot be written is lost, and nothing waits for it. */
public final class EventRecorder {

    private static final Logger LOG = Logger.getLogger(EventRecorder.class.getName());

    private final Cluster cluster;
    private final Obj source;
    private final InstantSource clock;
    private final Correlation correlation = new Correlation();
    private final AtomicLong lastName = new AtomicLong();

    private EventRecorder(Cluster cluster, Obj source, InstantSource clock) {
        this.cluster = cluster;
        this.source = source;
        this.clock = clock;
    }

    /** A recorder of a component that runs nowhere in particular. */
    public static EventRecorder of(Cluster cluster, String component, InstantSource clock) {
        return new EventRecorder(cluster, Obj.of("component", component), clock);
    }

    /** A recorder of a component on a node. */
    public static EventRecorder on(String node, Cluster cluster, InstantSource clock) {
        Obj source = Obj.of("component", cluster.component()).with("host", node);
        return new EventRecorder(cluster, source, clock);
    }

    public synchronized void record(Happening happening) {
        Told told = correlation.tell(source.text("component"), happening, clock.instant());
        Optional<Written> before = correlation.before(told.same());
        try {
            Written after = before.isEmpty() ? first(happening, told) : again(happening, told, before.get());
            correlation.wrote(told.same(), after);
        } catch (ApiFailure e) {
            correlation.forget(told.same());
            LOG.log(Level.FINE, e, () -> "an event could not be written: " + happening.message());
        }
    }

    private Written first(Happening happening, Told told) {
        String name = happening.about().text("metadata", "name") + "." + Long.toHexString(unique());
        cluster.create(events(happening, ""), event(happening, told, name));
        return new Written(name, 1);
    }

    private Written again(Happening happening, Told told, Written before) {
        Obj patch = Obj.builder()
                .put("count", before.count() + 1)
                .put("message", told.message())
                .put("lastTimestamp", now())
                .build();
        return cluster.merge(events(happening, before.name()), patch).isPresent()
                ? new Written(before.name(), before.count() + 1)
                : first(happening, told);
    }

    private static Address events(Happening happening, String name) {
        return new Address("v1", "events", happening.namespace(), name);
    }

    /** client-go names events by the nanosecond; a clock that stands still must not make two names alike. */
    private long unique() {
        Instant now = clock.instant();
        long nanos = now.getEpochSecond() * 1_000_000_000L + now.getNano();
        return lastName.updateAndGet(last -> Math.max(last + 1, nanos));
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private Obj event(Happening happening, Told told, String name) {
        return Obj.builder()
                .put("apiVersion", "v1")
                .put("kind", "Event")
                .put("metadata", Obj.of("name", name).with("namespace", happening.namespace()))
                .put("involvedObject", happening.reference())
                .put("reason", happening.reason())
                .put("message", told.message())
                .put("source", source)
                .put("firstTimestamp", now())
                .put("lastTimestamp", now())
                .put("count", Json.number(1))
                .put("type", happening.type())
                .put("reportingComponent", source.text("component"))
                .put("reportingInstance", source.text("host"))
                .build();
    }
}
