package dev.fluxlab.world;

import dev.fluxlab.clock.WorldClock;
import dev.fluxlab.flux.FluxControllers;
import dev.fluxlab.flux.FluxOptions;
import dev.fluxlab.flux.api.FluxDefinitions;
import dev.fluxlab.workload.Workload;
import dev.fluxlab.workload.WorkloadOptions;
import dev.fluxlab.world.view.Access;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.Deque;

/** The controllers of a world: they are given the cluster's address and credentials, and nothing else. */
final class Controllers {

    private final WorldFolder folder;
    private final WorldOptions options;
    private final WorldClock clock;
    private final Deque<AutoCloseable> parts;

    Controllers(WorldFolder folder, WorldOptions options, WorldClock clock, Deque<AutoCloseable> parts) {
        this.folder = folder;
        this.options = options;
        this.clock = clock;
        this.parts = parts;
    }

    void start(Access access) {
        Config config = Config.fromKubeconfig(access.kubeconfig().toFile());
        if (!options.without().contains("flux")) {
            try (KubernetesClient client =
                    new KubernetesClientBuilder().withConfig(config).build()) {
                new Bootstrap(client).define(FluxDefinitions.all());
            }
            parts.push(FluxControllers.start(config, new FluxOptions(clock, folder.artifacts(), "127.0.0.1", 0)));
        }
        if (!options.without().contains("workload")) {
            parts.push(Workload.start(config, WorkloadOptions.on(clock)));
        }
    }
}
