package dev.fluxlab.workload.frame;

import dev.fluxlab.clock.Timer;
import dev.fluxlab.clock.WorldClock;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.processing.event.Event;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.AbstractEventSource;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Asks for runs when the world's clock says so; an object has one next run at most. */
final class ClockRequeue<P extends HasMetadata> extends AbstractEventSource<Void, P> {

    private final WorldClock clock;
    private final Map<ResourceID, Timer> timers = new ConcurrentHashMap<>();

    ClockRequeue(WorldClock clock) {
        super(Void.class, "clock");
        this.clock = clock;
    }

    void schedule(ResourceID object, Duration delay) {
        Timer before = timers.put(object, clock.schedule(delay, () -> due(object)));
        if (before != null) {
            before.cancel();
        }
    }

    void cancel(ResourceID object) {
        Timer before = timers.remove(object);
        if (before != null) {
            before.cancel();
        }
    }

    private void due(ResourceID object) {
        timers.remove(object);
        if (isRunning()) {
            getEventHandler().handleEvent(new Event(object));
        }
    }

    @Override
    public Set<Void> getSecondaryResources(P primary) {
        return Set.of();
    }

    @Override
    public void stop() {
        super.stop();
        timers.values().forEach(Timer::cancel);
        timers.clear();
    }
}
