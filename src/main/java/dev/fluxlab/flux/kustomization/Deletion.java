package dev.fluxlab.flux.kustomization;

import dev.fluxlab.flux.api.Kustomization;
import dev.fluxlab.flux.api.KustomizationSpec;
import dev.fluxlab.flux.api.KustomizationSpec.DeletionPolicy;
import dev.fluxlab.flux.reconcile.Cluster;
import dev.fluxlab.flux.reconcile.Conditions;
import dev.fluxlab.flux.reconcile.Outcome;
import dev.fluxlab.flux.reconcile.Run;
import dev.fluxlab.flux.reconcile.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What becomes of the objects when their Kustomization goes. */
final class Deletion {

    private static final Duration LOOK = Duration.ofSeconds(2);

    private final Run<Kustomization> run;
    private final Addresses addresses;
    private final Inventory inventory;

    Deletion(Run<Kustomization> run, Addresses addresses) {
        this.run = run;
        this.addresses = addresses;
        this.inventory = Inventory.of(run.status());
    }

    Outcome proceed() {
        KustomizationSpec spec = run.resource().getSpec();
        if (spec.suspend() || inventory.entries().isEmpty() || !deletes(spec)) {
            return Outcome.done();
        }
        Pruner.Pruned pruned =
                new Pruner(cluster(spec), addresses, run.name(), run.namespace()).prune(inventory.entries());
        if (!pruned.errors().isEmpty()) {
            tell(Severity.ERROR, "pruning for deleted resource failed");
            return Outcome.retry();
        }
        if (!pruned.changes().isEmpty() && !isWaitingFurther()) {
            tell(Severity.INFO, Change.lines(pruned.changes()));
        }
        return spec.deletionPolicy() == DeletionPolicy.WAIT_FOR_TERMINATION ? awaitEnd() : Outcome.done();
    }

    private static boolean deletes(KustomizationSpec spec) {
        DeletionPolicy policy = spec.deletionPolicy();
        if (policy == null || policy == DeletionPolicy.MIRROR_PRUNE) {
            return spec.prune();
        }
        return policy != DeletionPolicy.ORPHAN;
    }

    private Cluster cluster(KustomizationSpec spec) {
        return spec.serviceAccountName().isEmpty()
                ? run.cluster()
                : run.cluster().as("system:serviceaccount:" + run.namespace() + ":" + spec.serviceAccountName());
    }

    private Duration waited() {
        Instant deleted = Instant.parse(run.resource().getMetadata().getDeletionTimestamp());
        return Duration.between(deleted, run.now());
    }

    private boolean isWaitingFurther() {
        return waited().compareTo(LOOK) >= 0;
    }

    private Outcome awaitEnd() {
        boolean gone = inventory.entries().stream()
                .map(InventoryEntry::target)
                .allMatch(target ->
                        addresses.locate(target).flatMap(run.cluster()::get).isEmpty());
        if (gone) {
            return Outcome.done();
        }
        if (waited().compareTo(Timing.of(run.resource().getSpec()).timeout()) >= 0) {
            tell(Severity.ERROR, "failed to wait for resources termination");
            return Outcome.done();
        }
        return Outcome.again(LOOK);
    }

    private void tell(Severity severity, String message) {
        run.event(
                severity,
                run.conditions().reason(Conditions.READY),
                message,
                Map.of(Control.PREFIX + "revision", run.status().text("lastAppliedRevision")));
    }
}
