package dev.fluxlab.workload.pod;

import dev.fluxlab.clock.WorldClock;
import dev.fluxlab.http.HttpServer;
import dev.fluxlab.http.ServerTls;
import dev.fluxlab.workload.frame.Cluster;
import dev.fluxlab.workload.frame.Controller;
import java.util.List;
import java.util.Optional;

/** The node: its registration, its pods, and the address its logs are read from. */
public final class Pods implements AutoCloseable {

    private final Cluster cluster;
    private final WorldClock clock;
    private final Settings settings;
    private final Memory memory = new Memory();
    private Optional<HttpServer> kubelet = Optional.empty();

    public Pods(Cluster cluster, WorldClock clock, Settings settings) {
        this.cluster = cluster;
        this.clock = clock;
        this.settings = settings;
    }

    /** Makes the node known. @param identity what the kubelet proves itself with; without one it serves no logs */
    public void join(Optional<ServerTls> identity) {
        kubelet = identity.map(tls -> HttpServer.on(settings.nodeAddress(), 0)
                .tls(tls)
                .route(LogHandler.PREFIX, new LogHandler(cluster.as("kubelet"), memory, clock))
                .start());
        new NodeRegistration(cluster, settings)
                .register(kubelet.map(HttpServer::port).orElse(0), clock.instant());
    }

    public List<Controller<?>> controllers() {
        return List.of(new PodController(cluster, clock, settings, memory));
    }

    @Override
    public void close() {
        kubelet.ifPresent(HttpServer::close);
    }
}
