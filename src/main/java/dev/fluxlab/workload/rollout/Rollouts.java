package dev.fluxlab.workload.rollout;

import dev.fluxlab.workload.frame.Cluster;
import dev.fluxlab.workload.frame.Controller;
import java.time.InstantSource;
import java.util.List;

/** The controllers that turn Deployments into pods. */
public final class Rollouts {

    private Rollouts() {}

    public static List<Controller<?>> controllers(Cluster cluster, InstantSource clock) {
        Cluster managed = cluster.as("kube-controller-manager");
        return List.of(new DeploymentController(managed, clock), new ReplicaSetController(managed, clock));
    }
}
