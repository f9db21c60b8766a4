package dev.fluxlab.kube.serve;

import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.store.Key;
import dev.fluxlab.kube.store.Store;
import dev.fluxlab.kube.store.Stored;
import dev.fluxlab.kube.type.GroupResource;

/** Nothing is created in a namespace that is missing or going away. */
final class NamespaceLifecycle implements Admission {

    private static final GroupResource NAMESPACES = new GroupResource("", "namespaces");

    private final Store store;

    NamespaceLifecycle(Store store) {
        this.store = store;
    }

    @Override
    public Obj admit(Write write, Obj object, Obj live) {
        boolean creates = live.isEmpty() && write.type().namespaced();
        if (!creates) {
            return object;
        }
        Stored namespace = store.now()
                .get(new Key("namespaces", "", write.namespace()))
                .orElseThrow(() -> Refusals.notFound(NAMESPACES, write.namespace()));
        if (Meta.isDeleting(namespace.object())) {
            throw Refusals.namespaceTerminating(write.resource(), Meta.name(object), write.namespace());
        }
        return object;
    }
}
