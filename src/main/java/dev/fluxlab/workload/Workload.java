package dev.fluxlab.workload;

import dev.fluxlab.clock.WorldClock;
import dev.fluxlab.workload.endpoint.EndpointController;
import dev.fluxlab.workload.frame.Cluster;
import dev.fluxlab.workload.frame.Controller;
import dev.fluxlab.workload.frame.ControllerHost;
import dev.fluxlab.workload.lifetime.GarbageCollector;
import dev.fluxlab.workload.lifetime.NamespaceController;
import dev.fluxlab.workload.pod.Pods;
import dev.fluxlab.workload.pod.Settings;
import dev.fluxlab.workload.rollout.Rollouts;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.ArrayList;
import java.util.List;

/** The stand-in controllers, running against one API server until they are closed. */
public final class Workload implements AutoCloseable {

    private static final String NODE = "node-1";
    private static final String NODE_ADDRESS = "127.0.0.1";

    private final KubernetesClient client;
    private final ControllerHost host;
    private final GarbageCollector collector;

    private Workload(KubernetesClient client, ControllerHost host, GarbageCollector collector) {
        this.client = client;
        this.host = host;
        this.collector = collector;
    }

    /** Starts the controllers; returns when they watch. */
    public static Workload start(Config config, WorkloadOptions options) {
        KubernetesClient client =
                new KubernetesClientBuilder().withConfig(config).build();
        WorldClock clock = options.clock();
        Cluster cluster = new Cluster(client, "kube-controller-manager");
        Pods pods = new Pods(cluster, clock, new Settings(NODE, NODE_ADDRESS, options.assumedImages()));
        pods.join();
        List<Controller<?>> controllers = new ArrayList<>();
        controllers.add(new NamespaceController(cluster, clock));
        controllers.addAll(Rollouts.controllers(cluster, clock));
        controllers.addAll(pods.controllers());
        controllers.add(new EndpointController(cluster));
        ControllerHost host = ControllerHost.start(client, clock, controllers);
        return new Workload(client, host, GarbageCollector.start(client, cluster, clock));
    }

    @Override
    public void close() {
        collector.close();
        host.close();
        client.close();
    }
}
