package dev.fluxlab.cli;

import dev.fluxlab.clock.WorldClock;
import dev.fluxlab.flux.FluxControllers;
import dev.fluxlab.flux.FluxOptions;
import dev.fluxlab.flux.api.FluxDefinitions;
import dev.fluxlab.workload.Workload;
import dev.fluxlab.workload.WorkloadOptions;
import dev.fluxlab.world.Bootstrap;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fluxlab controllers}: the controllers alone, against any API server. */
@Command(
        name = "controllers",
        sortOptions = false,
        description = "Run the controllers alone, against any Kubernetes API server, until interrupted.")
final class ControllersCommand implements Callable<Integer> {

    /** The controllers there are. */
    enum Part {
        FLUX,
        WORKLOAD
    }

    @Option(names = "--kubeconfig", required = true, paramLabel = "F", description = "How to reach the API server.")
    private Path kubeconfig = Path.of("");

    @Option(names = "--only", paramLabel = "PART", description = "flux or workload; both unless given.")
    private Part[] only = Part.values();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (!Files.isReadable(kubeconfig)) {
            throw WrongUsage.of(spec.commandLine(), "--kubeconfig names no file that can be read: " + kubeconfig);
        }
        Deque<AutoCloseable> parts = new ArrayDeque<>();
        WorldClock clock = WorldClock.system();
        parts.push(clock);
        for (Part part : only) {
            parts.push(start(part, Config.fromKubeconfig(kubeconfig.toFile()), clock));
        }
        spec.commandLine().getOut().println("controllers are running; Ctrl-C ends them");
        spec.commandLine().getOut().flush();
        Interrupt.awaitAndClose(() -> {
            for (AutoCloseable part : parts) {
                part.close();
            }
        });
        return ExitCode.HOLDS.code();
    }

    private static AutoCloseable start(Part part, Config config, WorldClock clock) throws IOException {
        if (part == Part.WORKLOAD) {
            return Workload.start(config, WorkloadOptions.on(clock));
        }
        try (KubernetesClient client =
                new KubernetesClientBuilder().withConfig(config).build()) {
            new Bootstrap(client).define(FluxDefinitions.all());
        }
        Path artifacts = Files.createTempDirectory("fluxlab-artifacts");
        return FluxControllers.start(config, new FluxOptions(clock, artifacts, "127.0.0.1", 0));
    }
}
