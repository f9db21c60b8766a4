package dev.fluxlab.workload.frame;

import dev.fluxlab.clock.Activity;
import dev.fluxlab.clock.WorldClock;
import dev.fluxlab.document.Obj;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs a controller on a fresh copy of each object, again when the world's clock says so, and later after a failure. */
final class ClockedReconciler<P extends HasMetadata> implements Reconciler<P> {

    private static final Logger LOG = Logger.getLogger(ClockedReconciler.class.getName());

    private final Controller<P> controller;
    private final Cluster cluster;
    private final WorldClock clock;
    private final ClockRequeue<P> requeue;
    // the shortest and the longest wait of the controller manager's queues
    private final Backoff<ResourceID> backoff = new Backoff<>(Duration.ofMillis(5), Duration.ofSeconds(1000));

    ClockedReconciler(Controller<P> controller, Cluster cluster, WorldClock clock) {
        this.controller = controller;
        this.cluster = cluster;
        this.clock = clock;
        this.requeue = new ClockRequeue<>(clock);
    }

    @Override
    public List<EventSource<?, P>> prepareEventSources(EventSourceContext<P> context) {
        List<EventSource<?, P>> sources = new ArrayList<>();
        sources.add(requeue);
        controller.triggers().forEach(trigger -> sources.add(source(trigger, context)));
        return sources;
    }

    private <S extends HasMetadata> EventSource<?, P> source(Trigger<S> trigger, EventSourceContext<P> context) {
        InformerEventSourceConfiguration<S> configuration = InformerEventSourceConfiguration.from(
                        trigger.kind(), context.getPrimaryResourceClass())
                .withName(trigger.kind().getSimpleName())
                .withWatchAllNamespaces()
                .withSecondaryToPrimaryMapper(changed ->
                        trigger.concern().of(changed, context.getPrimaryCache().keys()))
                .withGenericFilter(changed -> stirs())
                .build();
        return new InformerEventSource<>(configuration, context);
    }

    /** Every event that arrives shows that the world is not at rest yet. */
    boolean stirs() {
        clock.stir();
        return true;
    }

    @Override
    public UpdateControl<P> reconcile(P cached, Context<P> context) {
        ResourceID id = ResourceID.fromResource(cached);
        try (Activity activity = clock.begin()) {
            next(id, run(id));
        } catch (ApiFailure e) {
            later(id, e, e.isPassing() ? Level.FINE : Level.WARNING);
        } catch (RuntimeException e) {
            later(id, e, Level.WARNING);
        }
        return UpdateControl.noUpdate();
    }

    private void later(ResourceID id, RuntimeException failure, Level level) {
        LOG.log(level, failure, () -> controller.name() + ": the run on " + id + " failed; it is tried again");
        requeue.schedule(id, backoff.next(id));
    }

    // the cache may not have this controller's own last write yet, and a run on an old copy would repeat it
    private Optional<Duration> run(ResourceID id) {
        String namespace = id.getNamespace().orElse("");
        Address collection = controller.collection();
        Optional<Obj> fresh =
                cluster.get(new Address(collection.apiVersion(), collection.plural(), namespace, id.getName()));
        if (fresh.isEmpty()) {
            controller.gone(namespace, id.getName());
            return Optional.empty();
        }
        return controller.reconcile(fresh.get());
    }

    private void next(ResourceID id, Optional<Duration> again) {
        backoff.forget(id);
        if (again.isPresent()) {
            requeue.schedule(id, again.get());
        } else {
            requeue.cancel(id);
        }
    }
}
