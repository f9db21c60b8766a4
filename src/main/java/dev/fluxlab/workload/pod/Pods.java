package dev.fluxlab.workload.pod;

import dev.fluxlab.clock.WorldClock;
import dev.fluxlab.workload.frame.Cluster;
import dev.fluxlab.workload.frame.Controller;
import java.util.List;

/** The node and its pods. */
public final class Pods {

    private final Cluster cluster;
    private final WorldClock clock;
    private final Settings settings;

    public Pods(Cluster cluster, WorldClock clock, Settings settings) {
        this.cluster = cluster;
        this.clock = clock;
        this.settings = settings;
    }

    /** Makes the node known. */
    public void join() {
        new NodeRegistration(cluster, settings).register(clock.instant());
    }

    public List<Controller<?>> controllers() {
        return List.of(new PodController(cluster, clock, settings, new Memory()));
    }
}
