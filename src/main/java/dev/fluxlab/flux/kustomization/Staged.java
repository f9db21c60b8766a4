package dev.fluxlab.flux.kustomization;

import dev.fluxlab.document.Obj;
import dev.fluxlab.flux.reconcile.Cluster;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Applies stage after stage; what later stages need has to be there before they are tried. */
final class Staged {

    /** Definitions are there at once or not for long; Flux gives them a minute. */
    private static final int LOOKS = 100;

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    private final Applier applier;
    private final Cluster cluster;
    private final Addresses addresses;
    private final InstantSource clock;

    Staged(Applier applier, Cluster cluster, Addresses addresses, InstantSource clock) {
        this.applier = applier;
        this.cluster = cluster;
        this.addresses = addresses;
        this.clock = clock;
    }

    List<Change> apply(List<Obj> objects) throws ReconcileFailure {
        List<Change> changes = new ArrayList<>();
        List<List<Obj>> stages = ApplyOrder.stages(objects);
        for (List<Obj> stage : stages) {
            try {
                List<Change> applied = applier.apply(stage);
                changes.addAll(applied);
                if (!stage.equals(stages.get(stages.size() - 1))) {
                    await(applied);
                }
            } catch (ReconcileFailure e) {
                throw ReconcileFailure.apply(e.getMessage() + "\n" + told(changes));
            }
        }
        return changes;
    }

    private static String told(List<Change> changes) {
        List<Change> told = Change.told(changes);
        return told.isEmpty() ? "" : Change.lines(told) + "\n";
    }

    private void await(List<Change> applied) throws ReconcileFailure {
        List<Target> targets = applied.stream().map(Change::target).toList();
        HealthCheck.Seen seen = look(targets);
        for (int looks = 1; looks < LOOKS && !seen.isHealthy(); looks++) {
            LockSupport.parkNanos(PAUSE);
            seen = look(targets);
        }
        if (!seen.isHealthy()) {
            throw ReconcileFailure.apply("timeout waiting for: " + seen.listed(false));
        }
    }

    private HealthCheck.Seen look(List<Target> targets) {
        return new HealthCheck(cluster, addresses, clock.instant()).look(targets);
    }
}
