package dev.fluxlab.kube.type;

import dev.fluxlab.document.Obj;
import java.util.Collection;
import java.util.Optional;

/** The schemas of the kinds that a Kubernetes API server is born with, read from generated data on first use. */
public final class BuiltInSchemas {

    /** The schema of a kind, or empty when fluxlab serves no such kind; the core group is empty text. */
    public Optional<Schema> find(String group, String version, String kind) {
        return Optional.empty();
    }

    /** OpenAPI v3 {@code components.schemas} of the named kinds and of all that they refer to, descriptions included. */
    public Obj components(Collection<Schema> kinds) {
        return Obj.EMPTY;
    }
}
