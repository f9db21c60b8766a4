package dev.fluxlab.kube.serve;

import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.apply.Ownership;
import dev.fluxlab.kube.store.Stored;
import dev.fluxlab.kube.type.Allocations;
import dev.fluxlab.kube.type.ResourceType;
import dev.fluxlab.kube.type.Rules;
import dev.fluxlab.kube.type.Violation;
import dev.fluxlab.kube.type.Violation.Reason;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Changes an object that is in the store, again when another write came between. */
final class Updating {

    private static final int ATTEMPTS = 50;
    private static final List<String> PRESERVED = List.of(
            "uid", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds", "generation", "selfLink");

    private final Cluster cluster;
    private final Admission admission;
    private final Allocations allocations;

    Updating(Cluster cluster, Admission admission, Allocations allocations) {
        this.cluster = cluster;
        this.admission = admission;
        this.allocations = allocations;
    }

    /**
     * Changes the object that a write names and returns it as it is kept; empty when there is none.
     *
     * @param change from the live object to the next, decoded and with its managed fields
     */
    Optional<Obj> update(Write write, UnaryOperator<Obj> change) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Stored> stored = cluster.store().now().get(write.key(write.name()));
            if (stored.isEmpty()) {
                return Optional.empty();
            }
            Optional<Obj> kept = attempt(write, stored.get(), change);
            if (kept.isPresent()) {
                return kept;
            }
        }
        throw Refusals.modified(write.resource(), write.name());
    }

    private Optional<Obj> attempt(Write write, Stored stored, UnaryOperator<Obj> change) {
        ResourceType type = write.type();
        Obj live = Cluster.read(type, stored);
        Obj changed = change.apply(live);
        checkRevision(write, live, changed);
        checkUid(write, live, changed);
        Obj admitted = admission.admit(write, preserved(changed, live), live);
        Obj prepared = prepared(write, admitted, live);
        checkValid(write, prepared, live);
        Obj settled = Ownership.settle(live, prepared);
        if (settled.equals(live)) {
            return Optional.of(live);
        }
        if (write.options().dryRun()) {
            return Optional.of(settled);
        }
        if (isOver(settled)) {
            return cluster.store().delete(stored).map(deletion -> settled);
        }
        return cluster.store()
                .replace(stored, type.toStored(Meta.ordered(settled)))
                .map(kept -> Cluster.read(type, kept));
    }

    private static void checkRevision(Write write, Obj live, Obj changed) {
        String wanted = Meta.text(changed, "resourceVersion");
        boolean unset = wanted.isEmpty() || wanted.equals("0");
        if (unset && !write.type().rules().allowsUnconditionalUpdate()) {
            Violation missing = new Violation(
                    Reason.INVALID, "metadata.resourceVersion", "Invalid value: 0: must be specified for an update");
            throw Refusals.invalid(write.type().group(), write.type().plural(), write.name(), List.of(missing));
        }
        if (!unset && !wanted.equals(Meta.text(live, "resourceVersion"))) {
            throw Refusals.modified(write.resource(), write.name());
        }
    }

    private static void checkUid(Write write, Obj live, Obj changed) {
        String wanted = Meta.text(changed, "uid");
        String found = Meta.text(live, "uid");
        if (!wanted.isEmpty() && !wanted.equals(found)) {
            throw Refusals.conflict(
                    write.resource(),
                    write.name(),
                    "StorageError: invalid object, Code: 4, Key: " + registryKey(write)
                            + ", ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: UID in precondition: "
                            + wanted + ", UID in object meta: " + found);
        }
    }

    private static String registryKey(Write write) {
        String group = write.type().isBuiltIn() ? "" : write.type().group() + "/";
        return "/registry/" + group + write.type().plural() + "/"
                + write.key(write.name()).path();
    }

    private static Obj preserved(Obj changed, Obj live) {
        Obj here = Meta.copied(changed, "resourceVersion", live);
        for (String member : PRESERVED) {
            here = Meta.copied(here, member, live);
        }
        return here;
    }

    private Obj prepared(Write write, Obj changed, Obj live) {
        Rules rules = write.type().rules();
        return write.subresource().equals("status")
                ? rules.preparedForStatus(changed, live)
                : rules.preparedForUpdate(changed, live, allocations);
    }

    private static void checkValid(Write write, Obj next, Obj live) {
        Rules rules = write.type().rules();
        List<Violation> violations = write.subresource().equals("status")
                ? rules.violationsOfStatus(next, live)
                : rules.violationsOfUpdate(next, live);
        if (!violations.isEmpty()) {
            throw Refusals.invalid(write.type().group(), write.type().kind().kind(), write.name(), violations);
        }
    }

    /** Whether the last finalizer of an object that is being deleted has gone. */
    static boolean isOver(Obj object) {
        boolean graceful = object.at("metadata", "deletionGracePeriodSeconds")
                .flatMap(seconds -> seconds.asLong())
                .filter(seconds -> seconds > 0)
                .isPresent();
        boolean namespace = !object.items("spec", "finalizers").isEmpty()
                && object.text("kind").equals("Namespace");
        return Meta.isDeleting(object) && Meta.finalizers(object).isEmpty() && !graceful && !namespace;
    }
}
