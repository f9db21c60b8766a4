package dev.fluxlab.workload.rollout;

import dev.fluxlab.document.Obj;
import dev.fluxlab.workload.frame.Address;
import dev.fluxlab.workload.frame.Cluster;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** One step of a Deployment's rollout. */
final class Rollout {

    private final ReplicaSets sets;
    private final Cluster cluster;
    private final InstantSource clock;
    private Deployment deployment;
    private Family family;

    Rollout(Deployment deployment, ReplicaSets sets, Cluster cluster, InstantSource clock) {
        this.deployment = deployment;
        this.sets = sets;
        this.cluster = cluster;
        this.clock = clock;
        this.family = sets.family();
    }

    /** The Deployment as the step left it on the API server. */
    Deployment deployment() {
        return deployment;
    }

    Family family() {
        return family;
    }

    /** Takes the step. @return the status to write */
    Obj run() {
        family.current().ifPresent(this::keepCurrent);
        if (deployment.isPaused() || isResized()) {
            apply(new ProportionalPlan(deployment, family).scales());
            if (deployment.isPaused()) {
                cleanUp();
            }
            return status().counted();
        }
        boolean moved = deployment.isRecreated() ? recreate() : roll();
        if (!moved && status().isComplete(status().counted())) {
            cleanUp();
        }
        return status().rolledOut();
    }

    private DeploymentStatus status() {
        return new DeploymentStatus(deployment, family, clock.instant());
    }

    private boolean isResized() {
        return family.all().stream()
                .filter(ReplicaSet::isActive)
                .flatMap(set -> set.annotated(Revision.DESIRED).stream())
                .anyMatch(desired -> desired != deployment.replicas());
    }

    private boolean roll() {
        requireCurrent();
        return apply(new RollingPlan(deployment, family).growth())
                || apply(new RollingPlan(deployment, family).shrinkage());
    }

    private boolean recreate() {
        List<Scale> stops = family.old().stream()
                .filter(ReplicaSet::isActive)
                .map(set -> new Scale(set, 0))
                .toList();
        if (apply(stops) || sets.hasOldPods(family)) {
            return true;
        }
        requireCurrent();
        return apply(new RollingPlan(deployment, family).growth());
    }

    /** Writes the sizes. @return whether any size changed */
    private boolean apply(List<Scale> scales) {
        scales.forEach(sets::scale);
        family = family.scaled(scales);
        return scales.stream().anyMatch(Scale::changes);
    }

    private void cleanUp() {
        family.beyond(deployment.historyLimit()).forEach(sets::delete);
    }

    private long nextRevision() {
        return family.highestOldRevision() + 1;
    }

    private void keepCurrent(ReplicaSet set) {
        ReplicaSet annotated = Revision.annotate(set, deployment, nextRevision());
        Optional<dev.fluxlab.document.Json> seconds = deployment.object().at("spec", "minReadySeconds");
        ReplicaSet wanted = seconds.filter(value -> Whole.at(annotated.object(), "spec", "minReadySeconds")
                        != Whole.at(deployment.object(), "spec", "minReadySeconds"))
                .map(value ->
                        new ReplicaSet(annotated.object().withObj("spec", spec -> spec.with("minReadySeconds", value))))
                .orElse(annotated);
        ReplicaSet kept = sets.update(set, wanted);
        family = family.withCurrent(kept);
        note(kept, "FoundNewReplicaSet", "Found new replica set \"" + kept.name() + "\"");
    }

    private void requireCurrent() {
        if (family.current().isPresent()) {
            return;
        }
        int size = RollingPlan.roomFor(deployment, 0, family.sum(ReplicaSet::replicas));
        Optional<ReplicaSet> created = sets.create(size, nextRevision());
        if (created.isEmpty()) {
            writeStatus(deployment.status().with("collisionCount", ReplicaSets.collided(deployment)));
            throw new IllegalStateException("the hash of another template of " + deployment.name()
                    + " is the same; the next run counts the collision in");
        }
        family = family.withCurrent(created.get());
        note(
                created.get(),
                "NewReplicaSetCreated",
                "Created new replica set \"" + created.get().name() + "\"");
    }

    /** Notes on the Deployment which revision is current, and that it began. */
    private void note(ReplicaSet set, String reason, String message) {
        String revision = Long.toString(set.revision());
        boolean isNew = reason.equals("NewReplicaSetCreated");
        Conditions conditions = Conditions.of(deployment.status());
        boolean begins = deployment.deadline().isPresent()
                && (isNew || conditions.get(DeploymentStatus.PROGRESSING).isEmpty());
        boolean known = deployment
                .object()
                .text("metadata", "annotations", Revision.REVISION)
                .equals(revision);
        if (known && !begins) {
            return;
        }
        deployment = new Deployment(deployment
                .object()
                .withObj(
                        "metadata",
                        metadata -> metadata.withObj(
                                "annotations", annotations -> annotations.with(Revision.REVISION, revision))));
        Obj condition = Conditions.condition(DeploymentStatus.PROGRESSING, "True", reason, message, clock.instant());
        writeStatus(
                begins
                        ? deployment
                                .status()
                                .with("conditions", conditions.with(condition).toArr())
                        : deployment.status());
    }

    private void writeStatus(Obj status) {
        Address address = Address.deployment("", "").of(deployment.object());
        deployment = new Deployment(
                cluster.replaceStatus(address, deployment.withStatus(status).object()));
    }
}
