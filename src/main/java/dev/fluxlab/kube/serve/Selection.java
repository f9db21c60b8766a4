package dev.fluxlab.kube.serve;

import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.store.Key;
import dev.fluxlab.kube.store.Stored;
import dev.fluxlab.kube.type.ResourceType;
import java.util.Optional;

/** What a list or watch is about: a resource, a namespace or all of them, and the selectors. */
record Selection(ResourceType type, String namespace, LabelSelector labels, FieldSelector fields) {

    static Selection of(Call call) {
        return new Selection(
                call.type(),
                call.info().objectNamespace(),
                LabelSelector.parse(call.query("labelSelector")),
                FieldSelector.parse(fieldSelector(call), call.type()));
    }

    /** The old watch path names one object where newer clients select it. */
    private static String fieldSelector(Call call) {
        String asked = call.query("fieldSelector");
        String name = call.info().verb().equals("watch") ? call.info().name() : "";
        if (name.isEmpty()) {
            return asked;
        }
        return asked.isEmpty() ? "metadata.name=" + name : asked + ",metadata.name=" + name;
    }

    String resource() {
        return type.storedIn().toString();
    }

    /** What the paths of the objects begin with. */
    String prefix() {
        return Key.prefix(namespace);
    }

    boolean isEverything() {
        return labels.isEverything() && fields.isEverything();
    }

    /** The object in the version of the selection, when it is selected. */
    Optional<Obj> select(Stored stored) {
        if (!stored.key().path().startsWith(prefix())) {
            return Optional.empty();
        }
        Obj object = Cluster.read(type, stored);
        return matches(object) ? Optional.of(object) : Optional.empty();
    }

    boolean matches(Obj object) {
        return labels.matches(object) && fields.matches(object);
    }
}
