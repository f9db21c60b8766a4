package dev.fluxlab.flux.kustomization;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.flux.kustomization.Change.Action;
import dev.fluxlab.flux.reconcile.Address;
import dev.fluxlab.flux.reconcile.ApiFailure;
import dev.fluxlab.flux.reconcile.Cluster;
import dev.fluxlab.flux.reconcile.Write;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Applies objects server-side: a stage is tried whole before any of it is written. */
final class Applier {

    private static final String BACKGROUND = "Background";
    private static final int CONFLICT = 409;
    private static final int TAKE_OVER_ATTEMPTS = 5;

    private final Cluster cluster;
    private final Addresses addresses;
    private final boolean force;

    Applier(Cluster cluster, Addresses addresses, boolean force) {
        this.cluster = cluster;
        this.addresses = addresses;
        this.force = force;
    }

    /** What has to be written, and what that is called. */
    private record Planned(Obj object, Address address, Action action) {}

    /** Applies one stage. */
    List<Change> apply(List<Obj> stage) throws ReconcileFailure {
        Map<Target, Planned> plan = new LinkedHashMap<>();
        for (Obj object : stage) {
            plan.put(Target.of(object), plan(object));
        }
        List<Change> changes = new ArrayList<>();
        for (Map.Entry<Target, Planned> planned : plan.entrySet()) {
            write(planned.getKey(), planned.getValue());
            changes.add(new Change(planned.getKey(), planned.getValue().action()));
        }
        return changes;
    }

    private Planned plan(Obj object) throws ReconcileFailure {
        Target target = Target.of(object);
        Address address = addresses.find(target);
        Optional<Obj> live = live(address, target);
        if (isLeftAlone(object, live)) {
            return new Planned(object, address, Action.SKIPPED);
        }
        Obj tried = tryOut(object, address, live);
        if (live.isEmpty() || tried.isEmpty()) {
            return new Planned(object, address, Action.CREATED);
        }
        boolean tookOver = takeOver(object, live.get(), address);
        boolean differs = tookOver || hasDrifted(live.get(), tried);
        return new Planned(object, address, differs ? Action.CONFIGURED : Action.UNCHANGED);
    }

    private Optional<Obj> live(Address address, Target target) throws ReconcileFailure {
        try {
            return cluster.get(address);
        } catch (ApiFailure e) {
            throw DryRunWords.failure(target, e);
        }
    }

    private static boolean isLeftAlone(Obj object, Optional<Obj> live) {
        return Control.leavesAlone(object)
                || live.filter(Control::leavesAlone).isPresent()
                || live.isPresent() && Control.says(object, "ssa", "IfNotPresent");
    }

    /** The object as the server would leave it; empty when it was in the way and had to be deleted. */
    private Obj tryOut(Obj object, Address address, Optional<Obj> live) throws ReconcileFailure {
        try {
            return cluster.patch(
                    address, Write.apply(object, Managers.CONTROLLER).dryRun());
        } catch (ApiFailure e) {
            if (live.isPresent() && DryRunWords.isImmutable(e) && isForced(object, live.get())) {
                cluster.delete(address, Obj.of("propagationPolicy", BACKGROUND));
                return Obj.EMPTY;
            }
            throw DryRunWords.failure(Target.of(object), e);
        }
    }

    private boolean isForced(Obj object, Obj live) {
        return force || Control.says(object, "force", "enabled") || Control.says(live, "force", "enabled");
    }

    private boolean takeOver(Obj object, Obj live, Address address) throws ReconcileFailure {
        if (Control.says(object, "ssa", "Merge") || Control.says(live, "ssa", "Merge")) {
            return false;
        }
        Target target = Target.of(object);
        Optional<Arr> patch = Managers.takeOver(live);
        for (int attempt = 1; patch.isPresent(); attempt++) {
            try {
                cluster.patch(address, Write.jsonPatch(patch.get(), Managers.CONTROLLER));
                return true;
            } catch (ApiFailure e) {
                if (e.code() != CONFLICT || attempt == TAKE_OVER_ATTEMPTS) {
                    throw ReconcileFailure.apply(target + " metadata.managedFields cleanup failed: " + e.getMessage());
                }
                patch = live(address, target).flatMap(Managers::takeOver); // a status was written in between
            }
        }
        return false;
    }

    /** Labels, annotations and every field but metadata and status. */
    static boolean hasDrifted(Obj live, Obj tried) {
        return !spoken(live).equals(spoken(tried));
    }

    private static Obj spoken(Obj object) {
        Obj metadata = Obj.of("labels", (Json) object.obj("metadata", "labels"))
                .with("annotations", object.obj("metadata", "annotations"));
        return object.without("status").with("metadata", metadata);
    }

    private void write(Target target, Planned planned) throws ReconcileFailure {
        if (planned.action() == Action.UNCHANGED || planned.action() == Action.SKIPPED) {
            return;
        }
        try {
            cluster.patch(planned.address(), Write.apply(planned.object(), Managers.CONTROLLER));
        } catch (ApiFailure e) {
            throw ReconcileFailure.apply(target + " apply failed: " + e.getMessage());
        }
    }
}
