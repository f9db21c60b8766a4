package dev.fluxlab.flux.kustomization;

import dev.fluxlab.document.Obj;
import dev.fluxlab.flux.kustomization.Change.Action;
import dev.fluxlab.flux.reconcile.Address;
import dev.fluxlab.flux.reconcile.ApiFailure;
import dev.fluxlab.flux.reconcile.Cluster;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Deletes what belongs to a Kustomization and is wanted no more. */
final class Pruner {

    private final Cluster cluster;
    private final Addresses addresses;
    private final String name;
    private final String namespace;

    Pruner(Cluster cluster, Addresses addresses, String name, String namespace) {
        this.cluster = cluster;
        this.addresses = addresses;
        this.name = name;
        this.namespace = namespace;
    }

    /** What was deleted or skipped, and what could not be. */
    record Pruned(List<Change> changes, List<InventoryEntry> survivors, List<String> errors) {

        String error() {
            return "delete failed, errors: " + String.join(";", errors);
        }
    }

    /** Deletes from the last applied to the first. */
    Pruned prune(List<InventoryEntry> stale) {
        List<InventoryEntry> reversed = new ArrayList<>(stale);
        Collections.reverse(reversed);
        Pruned pruned = new Pruned(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (InventoryEntry entry : reversed) {
            Target target = entry.target();
            try {
                delete(target).ifPresent(action -> pruned.changes().add(new Change(target, action)));
            } catch (ApiFailure e) {
                pruned.survivors().add(entry);
                pruned.errors().add(target + " delete failed: " + e.getMessage());
            }
        }
        return pruned;
    }

    private Optional<Action> delete(Target target) {
        Optional<Address> address = addresses.locate(target);
        Optional<Obj> live = address.flatMap(cluster::get);
        if (live.isEmpty()) {
            return Optional.empty();
        }
        if (!Control.isOwned(live.get(), name, namespace)
                || Control.says(live.get(), "prune", "disabled")
                || Control.leavesAlone(live.get())) {
            return Optional.of(Action.SKIPPED);
        }
        try {
            cluster.delete(address.get(), Obj.of("propagationPolicy", "Background"));
        } catch (ApiFailure e) {
            if (!e.isNotFound()) {
                throw e;
            }
        }
        return Optional.of(Action.DELETED);
    }
}
