package dev.fluxlab.flux.api;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import org.jspecify.annotations.Nullable;

/** An object of one of Flux's kinds. */
public abstract class FluxResource<S, T> extends CustomResource<S, T> implements Namespaced {

    private static final long serialVersionUID = 1L;

    /** The annotation whose change asks for a run. */
    public static final String REQUESTED_AT = "reconcile.fluxcd.io/requestedAt";

    public static final String FINALIZER = "finalizers.fluxcd.io";

    public String requestedAt() {
        return Absent.text(annotation(REQUESTED_AT));
    }

    public boolean beingDeleted() {
        return getMetadata().getDeletionTimestamp() != null;
    }

    /** {@code namespace/name}, as Flux's messages name an object. */
    public String path() {
        return getMetadata().getNamespace() + "/" + getMetadata().getName();
    }

    private @Nullable String annotation(String key) {
        return getMetadata().getAnnotations() == null
                ? null
                : getMetadata().getAnnotations().get(key);
    }

    @Override
    @SuppressWarnings("NullAway") // fabric8 is not null-marked; a record cannot start empty, so there is none at first
    protected S initSpec() {
        return null;
    }

    @Override
    @SuppressWarnings("NullAway") // as initSpec
    protected T initStatus() {
        return null;
    }
}
