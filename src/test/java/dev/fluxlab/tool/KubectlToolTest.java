package dev.fluxlab.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fluxlab.kube.TestCluster;
import dev.fluxlab.world.view.Cluster;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(TestCluster.Fixture.class)
final class KubectlToolTest {

    private final TestCluster cluster;

    KubectlToolTest(TestCluster cluster) {
        this.cluster = cluster;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "get ns default -o yaml",
                "get namespace/default -o name",
                "get ns default -o jsonpath={\"by hand: \"}{.metadata.name}{\"\\n\"}",
                "get ns -o jsonpath={.items[*].metadata.name}",
                "get ns default -o jsonpath={.metadata.nothing}",
                "get ns default --no-headers",
                "get pods",
                "get pods -A",
                "get ns nowhere",
                "get deployment nowhere -n default",
                "get nonsense",
                "patch ns default --type merge -p {}"
            })
    void prints_what_the_real_kubectl_prints(String line) throws Exception {
        assumeTrue(new File("/usr/bin/kubectl").canExecute(), "there is no kubectl to compare with");
        assertThat(builtIn(line)).isEqualTo(real(line));
    }

    /** The real one goes on to print its Go values, which is left out here. */
    @Test
    void an_index_out_of_bounds_is_an_error() throws Exception {
        assertThat(builtIn("get ns default -o jsonpath={.spec.finalizers[7]}"))
                .startsWith("1\n")
                .contains("array index out of bounds: index 7, length 1");
    }

    @Test
    void refuses_a_verb_that_it_does_not_know() throws Exception {
        assertThat(builtIn("drain node")).startsWith("1\n").contains("unknown command \"drain\"");
    }

    private String builtIn(String line) throws InterruptedException {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        Console console = new Console(out, out, Path.of("."));
        int code = new KubectlTool(new Cluster(cluster.client())).run(words(line), console);
        return code + "\n" + text;
    }

    private String real(String line) throws Exception {
        List<String> command = new ArrayList<>(List.of("kubectl"));
        command.addAll(words(line));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("KUBECONFIG", cluster.kubeconfig().toString());
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + "\n" + text;
    }

    /** Words apart at blanks, but a template in braces is one word. */
    private static List<String> words(String line) {
        return Arrays.stream(line.split(" (?![^{]*})")).toList();
    }
}
