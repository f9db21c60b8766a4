package dev.fluxlab.cli;

import dev.fluxlab.flux.api.FluxDefinitions;
import dev.fluxlab.world.Bootstrap;
import dev.fluxlab.world.view.Access;
import dev.fluxlab.world.view.Login;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fluxlab bootstrap}: ties a cluster to a fleet repository. */
@Command(
        name = "bootstrap",
        sortOptions = false,
        description = "Install Flux's kinds on a cluster and point them at a fleet repository, as flux bootstrap does.")
final class BootstrapCommand implements Callable<Integer> {

    @Option(names = "--kubeconfig", required = true, paramLabel = "F", description = "How to reach the API server.")
    private Path kubeconfig = Path.of("");

    @Option(
            names = "--git-server",
            required = true,
            paramLabel = "URL",
            description = "The Git server as the cluster reaches it; the repository is fleet.git below it.")
    private String gitServer = "";

    @Option(
            names = "--registry",
            required = true,
            paramLabel = "HOST",
            description = "Host and port of the registry as the cluster reaches it.")
    private String registry = "";

    @Option(names = "--user", required = true, paramLabel = "NAME", description = "The user of both.")
    private String user = "";

    @Option(
            names = "--password",
            required = true,
            interactive = true,
            arity = "0..1",
            paramLabel = "P",
            description = "That user's password; asked for when it is left out.")
    private String password = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (!Files.isReadable(kubeconfig)) {
            throw WrongUsage.of(spec.commandLine(), "--kubeconfig names no file that can be read: " + kubeconfig);
        }
        Config config = Config.fromKubeconfig(kubeconfig.toFile());
        Login login = new Login(user, password);
        Bootstrap.Settings settings = new Bootstrap.Settings(gitServer, registry, Access.ORGANISATION, login, login);
        try (KubernetesClient client =
                new KubernetesClientBuilder().withConfig(config).build()) {
            Bootstrap bootstrap = new Bootstrap(client);
            bootstrap.define(FluxDefinitions.all());
            bootstrap.prepare(settings);
            bootstrap.tie(settings);
        }
        spec.commandLine()
                .getOut()
                .println("the cluster follows " + gitServer + "/fleet.git; see: kubectl get kustomizations -A");
        return ExitCode.HOLDS.code();
    }
}
