package dev.fluxlab.kube.serve;

import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.apply.Writer;
import dev.fluxlab.kube.store.Key;
import dev.fluxlab.kube.store.Stored;
import dev.fluxlab.kube.type.Allocations;
import dev.fluxlab.kube.type.ResourceType;
import dev.fluxlab.kube.type.Violation;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Brings a new object into the store. */
final class Creation {

    private static final int NAME_ATTEMPTS = 8;
    private static final int LONGEST_BASE = 58;
    private static final Set<String> SERVER_SET =
            Set.of("uid", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds", "selfLink");

    private final Cluster cluster;
    private final Admission admission;
    private final Allocations allocations;

    Creation(Cluster cluster, Admission admission, Allocations allocations) {
        this.cluster = cluster;
        this.admission = admission;
        this.allocations = allocations;
    }

    /** Creates a decoded object and returns it as it is kept, in the version of the write. */
    Obj create(Write write, Obj decoded) {
        if (!Meta.text(decoded, "resourceVersion").isEmpty()) {
            throw Refusals.plainError("resourceVersion should not be set on objects to be created");
        }
        Obj located = located(write, wiped(decoded));
        Writer writer = new Writer(write.options().manager(), cluster.clock().instant());
        return admitted(write, write.ownership().update(Obj.EMPTY, located, writer));
    }

    /** As {@link #create} for an object whose managed fields are worked out. */
    Obj admitted(Write write, Obj owned) {
        Obj named = located(write, owned);
        Obj admitted = admission.admit(write, named, Obj.EMPTY);
        String base = Meta.text(admitted, "generateName");
        boolean generates = Meta.name(admitted).isEmpty() && !base.isEmpty();
        if (!generates) {
            return keep(write, stamped(admitted)).orElseThrow(() -> exists(write, Meta.name(admitted)));
        }
        String start = base.substring(0, Math.min(base.length(), LONGEST_BASE));
        for (int attempt = 0; attempt < NAME_ATTEMPTS; attempt++) {
            Obj attempted = Meta.with(admitted, "name", start + cluster.names().suffix());
            Optional<Obj> kept = keep(write, stamped(attempted));
            if (kept.isPresent()) {
                return kept.get();
            }
        }
        throw Refusals.noUniqueName(write.resource(), base);
    }

    private static Obj wiped(Obj object) {
        Obj here = object;
        for (String member : SERVER_SET) {
            here = object.at("metadata", member).isPresent() ? Meta.without(here, member) : here;
        }
        return here;
    }

    private static Obj located(Write write, Obj object) {
        String namespace = Meta.text(object, "namespace");
        if (!write.type().namespaced()) {
            return namespace.isEmpty() ? object : Meta.without(object, "namespace");
        }
        if (namespace.isEmpty()) {
            return Meta.with(object, "namespace", write.namespace());
        }
        if (!namespace.equals(write.namespace())) {
            throw Refusals.badRequest(
                    "the namespace of the provided object does not match the namespace sent on the request");
        }
        return object;
    }

    private Obj stamped(Obj object) {
        return Meta.with(Meta.with(object, "uid", cluster.names().uid()), "creationTimestamp", cluster.time());
    }

    /** The kept object, or empty when the name is taken. */
    private Optional<Obj> keep(Write write, Obj object) {
        ResourceType type = write.type();
        Obj prepared = type.rules().preparedForCreate(object, allocations);
        List<Violation> violations = type.rules().violations(prepared);
        if (!violations.isEmpty()) {
            throw Refusals.invalid(type.group(), type.kind().kind(), Meta.name(prepared), violations);
        }
        Key key = write.key(Meta.name(prepared));
        if (write.options().dryRun()) {
            return cluster.store().now().get(key).isPresent() ? Optional.empty() : Optional.of(prepared);
        }
        return cluster.store()
                .create(key, type.toStored(Meta.ordered(Meta.with(prepared, "resourceVersion", ""))))
                .map(stored -> Cluster.read(type, stored));
    }

    private ApiException exists(Write write, String name) {
        boolean going = cluster.store()
                .now()
                .get(write.key(name))
                .map(Stored::object)
                .filter(Meta::isDeleting)
                .isPresent();
        return going ? Refusals.beingDeleted(write.resource(), name) : Refusals.alreadyExists(write.resource(), name);
    }
}
