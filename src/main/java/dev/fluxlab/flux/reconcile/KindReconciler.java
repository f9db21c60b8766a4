package dev.fluxlab.flux.reconcile;

import dev.fluxlab.clock.Activity;
import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import dev.fluxlab.flux.api.FluxResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The frame around a controller's run: fresh object, deletion, finalizer, suspension, next run. */
final class KindReconciler<R extends FluxResource<?, ?>> implements Reconciler<R> {

    private static final Logger LOG = Logger.getLogger(KindReconciler.class.getName());

    private final Controller<R> controller;
    private final Surroundings surroundings;
    private final Backoff<ResourceID> backoff = new Backoff<>();
    private final ClockRequeue<R> requeue;

    KindReconciler(Controller<R> controller, Surroundings surroundings) {
        this.controller = controller;
        this.surroundings = surroundings;
        this.requeue = new ClockRequeue<>(surroundings.clock());
    }

    @Override
    public List<EventSource<?, R>> prepareEventSources(EventSourceContext<R> context) {
        List<EventSource<?, R>> sources = new ArrayList<>();
        sources.add(requeue);
        for (Trigger<?, R> trigger : controller.triggers()) {
            sources.add(TriggerSource.of(trigger, context));
        }
        return sources;
    }

    @Override
    public UpdateControl<R> reconcile(R cached, Context<R> context) {
        ResourceID id = ResourceID.fromResource(cached);
        try (Activity activity = surroundings.clock().begin()) {
            next(id, outcome(cached));
        }
        return UpdateControl.noUpdate();
    }

    private Outcome outcome(R cached) {
        try {
            // the cache may not have this controller's own last write yet, and a run on an old status would repeat it
            Optional<Obj> fresh = surroundings.cluster().get(Address.of(cached));
            return fresh.isEmpty() ? Outcome.done() : run(fresh.get());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> controller.component() + ": the run on " + cached.path() + " failed");
            return Outcome.retry();
        }
    }

    private void next(ResourceID id, Outcome outcome) {
        if (outcome instanceof Outcome.Retry) {
            requeue.schedule(id, backoff.next(id));
            return;
        }
        backoff.forget(id);
        if (outcome instanceof Outcome.Again again) {
            requeue.schedule(id, again.delay());
        } else {
            requeue.cancel(id);
        }
    }

    private Outcome run(Obj fresh) {
        R resource = surroundings.cluster().typed(fresh, controller.kind());
        Run<R> run = new Run<>(resource, fresh, controller, surroundings);
        if (resource.beingDeleted()) {
            return delete(run);
        }
        if (!has(fresh, FluxResource.FINALIZER)) {
            setFinalizers(resource, finalizers(fresh).plus(new Str(FluxResource.FINALIZER)));
        }
        if (controller.isSuspended(resource)) {
            controller.suspended(run);
            return Outcome.done();
        }
        return controller.reconcile(run);
    }

    private Outcome delete(Run<R> run) {
        List<String> finalizers = run.resource().getMetadata().getFinalizers();
        if (!finalizers.contains(FluxResource.FINALIZER)) {
            return Outcome.done();
        }
        Outcome outcome = controller.delete(run);
        if (outcome instanceof Outcome.Done) {
            List<String> rest = finalizers.stream()
                    .filter(finalizer -> !finalizer.equals(FluxResource.FINALIZER))
                    .toList();
            setFinalizers(run.resource(), Arr.ofTexts(rest));
        }
        return outcome;
    }

    private static boolean has(Obj object, String finalizer) {
        return finalizers(object).items().contains((Json) new Str(finalizer));
    }

    private static Arr finalizers(Obj object) {
        return new Arr(object.items("metadata", "finalizers"));
    }

    /** The resource version guards against another's finalizer being lost. */
    private void setFinalizers(HasMetadata resource, Arr finalizers) {
        Obj metadata = Obj.of("finalizers", finalizers)
                .with("resourceVersion", resource.getMetadata().getResourceVersion());
        try {
            Write write = Write.merge(Obj.of("metadata", metadata), controller.fieldManager());
            surroundings.cluster().patch(Address.of(resource), write);
        } catch (ApiFailure e) {
            if (!e.isNotFound()) {
                throw e;
            }
        }
    }
}
