package dev.fluxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxlab.world.view.Access;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The API server in one process, the controllers in another: they have nothing in common but its URL. */
final class TwoProcessesTest {

    private static final long LONGEST = 60;

    @TempDir
    private Path home;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void end_what_was_started() throws InterruptedException {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
    }

    /** Starts fluxlab in a process of its own; returns when it has printed the words. */
    private Process fluxlab(String awaited, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-XX:TieredStopAtLevel=1",
                Main.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        started.add(process);
        BufferedReader printed =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        List<String> lines = new ArrayList<>();
        for (String line = printed.readLine(); line != null; line = printed.readLine()) {
            lines.add(line);
            if (line.contains(awaited)) {
                return process;
            }
        }
        throw new AssertionError("ended without \"" + awaited + "\": " + lines);
    }

    private Process up() throws IOException {
        return fluxlab("Ctrl-C", "up", "--without", "flux,workload", "--home", home.toString());
    }

    private KubernetesClient client() throws IOException {
        Access access = Access.parse(Files.readString(home.resolve(".fluxlab/world.json")), home);
        return new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(access.kubeconfig().toFile()))
                .build();
    }

    @Test
    void a_deployment_runs_though_its_controllers_know_only_the_servers_url() throws IOException {
        up();
        String kubeconfig = home.resolve(".fluxlab/kubeconfig").toString();
        try (KubernetesClient client = client()) {
            assertThat(client.serviceAccounts().inNamespace("default").list().getItems())
                    .as("without controllers nobody makes service accounts")
                    .isEmpty();
            fluxlab("controllers are running", "controllers", "--only", "workload", "--kubeconfig", kubeconfig);
            client.serviceAccounts()
                    .inNamespace("default")
                    .withName("default")
                    .waitUntilCondition(account -> account != null, LONGEST, TimeUnit.SECONDS);
            assertThat(client.nodes().withName("node-1").get()).isNotNull();
        }
    }

    @Test
    void a_world_that_was_killed_comes_back_with_what_was_acknowledged() throws IOException, InterruptedException {
        Process first = up();
        String before;
        try (KubernetesClient client = client()) {
            for (int i = 0; i < 50; i++) {
                client.resource(namespace("n" + i)).create();
            }
            before = client.getMasterUrl().toString();
        }
        first.destroyForcibly().waitFor();
        up();
        try (KubernetesClient client = client()) {
            assertThat(client.getMasterUrl()).hasToString(before);
            List<String> names = client.namespaces().list().getItems().stream()
                    .map(found -> found.getMetadata().getName())
                    .toList();
            for (int i = 0; i < 50; i++) {
                assertThat(names).contains("n" + i);
            }
        }
    }

    private static Namespace namespace(String name) {
        return new io.fabric8.kubernetes.api.model.NamespaceBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .build();
    }
}
