package dev.fluxlab.cli;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.world.view.Access;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code fluxlab status}: what is served, and how its workloads are. */
@Command(name = "status", sortOptions = false, description = "Show what is served here and how its workloads are.")
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private Home home = new Home();

    @Mixin
    private Output output = new Output();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        Access access = home.access();
        Obj clock = new ControlClient(access).clock();
        Config config = Config.fromKubeconfig(access.kubeconfig().toFile());
        try (KubernetesClient client =
                new KubernetesClientBuilder().withConfig(config).build()) {
            List<Json> workloads = client.apps().deployments().inAnyNamespace().list().getItems().stream()
                    .<Json>map(StatusCommand::workload)
                    .toList();
            Obj status = Obj.builder()
                    .put("cluster", client.getMasterUrl().toString())
                    .put("registry", access.registry().getAuthority())
                    .put("forge", access.forge().toString())
                    .put("clock", clock)
                    .put("workloads", new Arr(workloads))
                    .build();
            output.print(spec.commandLine().getOut(), status, out -> print(out, status));
            boolean sound = workloads.stream().allMatch(StatusCommand::isAvailable);
            return sound ? ExitCode.HOLDS.code() : ExitCode.DOES_NOT_HOLD.code();
        }
    }

    private static Obj workload(Deployment deployment) {
        int ready =
                Optional.ofNullable(deployment.getStatus().getReadyReplicas()).orElse(0);
        return Obj.builder()
                .put("namespace", deployment.getMetadata().getNamespace())
                .put("name", deployment.getMetadata().getName())
                .put("ready", ready)
                .put("desired", deployment.getSpec().getReplicas())
                .put(
                        "image",
                        deployment
                                .getSpec()
                                .getTemplate()
                                .getSpec()
                                .getContainers()
                                .get(0)
                                .getImage())
                .build();
    }

    private static boolean isAvailable(Json workload) {
        return workload.at("ready").equals(workload.at("desired"));
    }

    private static void print(PrintWriter out, Obj status) {
        out.println("cluster   " + status.text("cluster"));
        out.println("registry  " + status.text("registry"));
        out.println("forge     " + status.text("forge"));
        out.println("clock     " + ClockCommand.describe(status.obj("clock")));
        for (Json workload : status.items("workloads")) {
            out.printf(
                    "%-12s %-12s %s/%s  %s%n",
                    workload.text("namespace"),
                    workload.text("name"),
                    workload.at("ready").orElseThrow(),
                    workload.at("desired").orElseThrow(),
                    workload.text("image"));
        }
    }
}
