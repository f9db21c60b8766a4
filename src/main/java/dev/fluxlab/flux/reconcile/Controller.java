package dev.fluxlab.flux.reconcile;

import dev.fluxlab.flux.api.FluxResource;
import java.util.List;

/** One of Flux's controllers, for one kind. */
public interface Controller<R extends FluxResource<?, ?>> {

    Class<R> kind();

    /** The component that events come from, such as {@code source-controller}. */
    String component();

    /** The field manager of finalizers and status. */
    default String fieldManager() {
        return component();
    }

    boolean isSuspended(R resource);

    /** One run. Whatever it throws counts as a failure that is tried again after a backoff. */
    Outcome reconcile(Run<R> run);

    /** What happens before the finalizer goes: it stays unless the outcome is done. */
    default Outcome delete(Run<R> run) {
        return Outcome.done();
    }

    /** What is written for an object that is suspended; by default that its request was seen. */
    default void suspended(Run<R> run) {
        run.handled();
        run.observedIfSettled();
        run.save();
    }

    /** Other kinds whose changes ask for runs. */
    default List<Trigger<?, R>> triggers() {
        return List.of();
    }
}
