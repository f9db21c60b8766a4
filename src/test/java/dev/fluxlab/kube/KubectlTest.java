package dev.fluxlab.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every kubectl on the machine does a learner's work on the server alone, with the words of a real cluster. */
@ExtendWith(TestCluster.Fixture.class)
final class KubectlTest {

    private static final String MAP = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: applied}\ndata: {a: \"%s\"}\n";

    private final TestCluster cluster;
    private final Path folder;

    KubectlTest(TestCluster cluster, @TempDir Path folder) {
        this.cluster = cluster;
        this.folder = folder;
    }

    /** What a command printed on both streams, and its exit code. */
    private record Outcome(String text, int exit) {}

    @TestFactory
    Stream<DynamicTest> a_learner_works_with_any_kubectl() throws IOException {
        List<Path> kubectls = kubectls();
        assumeFalse(kubectls.isEmpty(), "no kubectl on the PATH");
        Files.writeString(folder.resolve("one.yaml"), MAP.formatted("1"));
        Files.writeString(folder.resolve("two.yaml"), MAP.formatted("2"));
        Files.writeString(folder.resolve("typo.yaml"), MAP.formatted("1") + "dataa: {}\n");
        Path config = cluster.kubeconfig();
        return kubectls.stream()
                .map(kubectl -> DynamicTest.dynamicTest(
                        kubectl.getFileName().toString(), () -> work(new Shell(kubectl, config, folder))));
    }

    private static List<Path> kubectls() throws IOException {
        for (String directory : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            Path kubectl = Path.of(directory, "kubectl");
            if (Files.isExecutable(kubectl)) {
                return siblings(kubectl.toRealPath());
            }
        }
        return List.of();
    }

    private static List<Path> siblings(Path kubectl) throws IOException {
        try (Stream<Path> files = Files.list(kubectl.getParent())) {
            return files.filter(file -> file.getFileName().toString().matches("kubectl(\\.1\\.[0-9]+)?"))
                    .sorted()
                    .toList();
        }
    }

    private static void work(Shell shell) throws Exception {
        shell.in("create namespace " + shell.namespace()).prints("namespace/" + shell.namespace() + " created");
        shell.run("apply -f one.yaml").prints("configmap/applied created");
        shell.run("apply -f one.yaml").prints("configmap/applied unchanged");
        shell.run("apply -f two.yaml").prints("configmap/applied configured");
        shell.run("apply -f typo.yaml").fails("unknown field \"dataa\"");
        shell.run("diff -f one.yaml").fails("-  a: \"2\"", "+  a: \"1\"");
        shell.run("apply --server-side -f one.yaml").prints("serverside-applied");
        shell.run("apply --server-side --field-manager=other -f two.yaml").fails("conflict with \"kubectl\"");
        shell.run("apply --server-side --field-manager=other --force-conflicts -f two.yaml")
                .prints("serverside-applied");
        shell.run("create deployment web --image=x:1").prints("deployment.apps/web created");
        shell.run("create deployment web --image=x:1")
                .fails("error: failed to create deployment: deployments.apps \"web\" already exists");
        shell.run("set image deploy/web x=x:2").prints("deployment.apps/web image updated");
        shell.run("scale deploy/web --replicas=3").prints("deployment.apps/web scaled");
        shell.run("label deploy/web tier=back").prints("deployment.apps/web labeled");
        shell.run("get deploy web -o jsonpath={.spec.replicas}-{.metadata.labels.tier}")
                .prints("3-back");
        shell.run("get deploy nope").fails("Error from server (NotFound): deployments.apps \"nope\" not found");
        shell.run("create serviceaccount bot").prints("serviceaccount/bot created");
        shell.run("create token bot").prints("eyJ");
        shell.run("create role reader --verb=get --resource=pods").prints("created");
        shell.run("create rolebinding reads --role=reader --serviceaccount=" + shell.namespace() + ":bot")
                .prints("created");
        String bot = "--as=system:serviceaccount:" + shell.namespace() + ":bot";
        shell.run("auth can-i get pods " + bot).prints("yes");
        shell.run("auth can-i delete pods " + bot).fails("no");
        shell.run("get secrets " + bot).fails("cannot list resource \"secrets\" in API group \"\" in the namespace");
        shell.run("explain deployment.spec.replicas").prints("Number of desired pods.");
        shell.run("delete deploy web --wait").prints("deployment.apps \"web\" deleted");
    }

    /** Runs one kubectl in a namespace of its own. */
    private static final class Shell {

        private final Path kubectl;
        private final Path config;
        private final Path folder;
        private Outcome last = new Outcome("", 0);
        private String command = "";

        Shell(Path kubectl, Path config, Path folder) {
            this.kubectl = kubectl;
            this.config = config;
            this.folder = folder;
        }

        String namespace() {
            return "by-" + kubectl.getFileName().toString().replace('.', '-');
        }

        Shell run(String arguments) throws Exception {
            return in("-n " + namespace() + " " + arguments);
        }

        Shell in(String arguments) throws Exception {
            List<String> line = new ArrayList<>(List.of(kubectl.toString()));
            line.addAll(Arrays.asList(arguments.split(" ", -1)));
            ProcessBuilder builder =
                    new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().put("KUBECONFIG", config.toString());
            builder.environment().put("HOME", folder.toString());
            Process process = builder.start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            command = arguments;
            last = new Outcome(text, process.waitFor());
            return this;
        }

        void prints(String... parts) {
            assertThat(last.exit()).as("%s: %s", command, last.text()).isZero();
            assertThat(last.text()).as(command).contains(parts);
        }

        void fails(String... parts) {
            assertThat(last.exit()).as("%s: %s", command, last.text()).isNotZero();
            assertThat(last.text()).as(command).contains(parts);
        }
    }
}
