package dev.fluxlab.workload.rollout;

import dev.fluxlab.document.Obj;
import dev.fluxlab.workload.frame.Address;
import dev.fluxlab.workload.frame.Cluster;
import dev.fluxlab.workload.frame.Controller;
import dev.fluxlab.workload.frame.EventRecorder;
import dev.fluxlab.workload.frame.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Rolls Deployments out. */
final class DeploymentController implements Controller<io.fabric8.kubernetes.api.model.apps.Deployment> {

    private final Cluster cluster;
    private final EventRecorder events;
    private final InstantSource clock;

    DeploymentController(Cluster cluster, InstantSource clock) {
        this.cluster = cluster;
        this.events = EventRecorder.of(cluster, "deployment-controller", clock);
        this.clock = clock;
    }

    @Override
    public Class<io.fabric8.kubernetes.api.model.apps.Deployment> kind() {
        return io.fabric8.kubernetes.api.model.apps.Deployment.class;
    }

    @Override
    public String name() {
        return "deployment-controller";
    }

    @Override
    public Address collection() {
        return Address.deployment("", "");
    }

    @Override
    public List<Trigger<?>> triggers() {
        return List.of(Trigger.ofControlled(io.fabric8.kubernetes.api.model.apps.ReplicaSet.class, "Deployment"));
    }

    @Override
    public Optional<Duration> reconcile(Obj object) {
        Deployment deployment = new Deployment(object);
        if (deployment.isBeingDeleted()) {
            write(deployment, status(deployment, sets(deployment).family()).counted());
            return Optional.empty();
        }
        Deployment resumed = pauseNoted(deployment);
        Rollout rollout = new Rollout(resumed, sets(resumed), cluster, clock);
        Obj status = rollout.run();
        Deployment reached = rollout.deployment();
        write(reached, status);
        return status(reached, rollout.family()).nextLook(status).map(look -> untilAtLeast(look));
    }

    private Duration untilAtLeast(Instant look) {
        Duration wait = Duration.between(clock.instant(), look);
        return wait.isNegative() ? Duration.ofSeconds(1) : wait;
    }

    private ReplicaSets sets(Deployment deployment) {
        return new ReplicaSets(cluster, events, deployment);
    }

    private DeploymentStatus status(Deployment deployment, Family family) {
        return new DeploymentStatus(deployment, family, clock.instant());
    }

    private void write(Deployment deployment, Obj status) {
        if (!status.equals(deployment.status())) {
            cluster.replaceStatus(
                    Address.deployment("", "").of(deployment.object()),
                    deployment.withStatus(status).object());
        }
    }

    /** A pause stops the deadline's clock, and the end of the pause starts it anew. */
    private Deployment pauseNoted(Deployment deployment) {
        Conditions conditions = Conditions.of(deployment.status());
        String reason = conditions.reason(DeploymentStatus.PROGRESSING);
        boolean known = reason.equals("DeploymentPaused");
        if (deployment.deadline().isEmpty()
                || reason.equals(DeploymentStatus.TIMED_OUT)
                || known == deployment.isPaused()) {
            return deployment;
        }
        Obj noted = deployment.isPaused()
                ? progressing("DeploymentPaused", "Deployment is paused")
                : progressing("DeploymentResumed", "Deployment is resumed");
        Obj status =
                deployment.status().with("conditions", conditions.with(noted).toArr());
        return new Deployment(cluster.replaceStatus(
                Address.deployment("", "").of(deployment.object()),
                deployment.withStatus(status).object()));
    }

    private Obj progressing(String reason, String message) {
        return Conditions.condition(DeploymentStatus.PROGRESSING, "Unknown", reason, message, clock.instant());
    }
}
