package dev.fluxlab.flux.reconcile;

import dev.fluxlab.clock.WorldClock;
import io.fabric8.kubernetes.client.KubernetesClient;

/** What a controller stands in: the API server, the time, and where events go. */
public record Surroundings(KubernetesClient client, Cluster cluster, WorldClock clock, Recorder recorder) {}
