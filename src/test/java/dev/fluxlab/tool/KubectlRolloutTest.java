package dev.fluxlab.tool;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fluxlab.kube.TestCluster;
import dev.fluxlab.world.view.Cluster;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestCluster.Fixture.class)
final class KubectlRolloutTest {

    private static final Map<String, String> LABELS = Map.of("app", "backend");

    private final TestCluster cluster;

    KubectlRolloutTest(TestCluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void tells_and_undoes_as_the_real_kubectl_does() throws Exception {
        assumeTrue(new File("/usr/bin/kubectl").canExecute(), "there is no kubectl to compare with");
        deployWithRevisions("backend:1", "backend:2");
        var softly = new SoftAssertions();
        for (String line : List.of(
                "history deployment/backend",
                "history deployment backend",
                "history deployment/nowhere",
                "status deployment/nowhere --timeout=1s",
                "status deployment/backend --timeout=1s",
                "undo deployment/backend --to-revision=9",
                "undo deployment/backend --to-revision=2")) {
            softly.assertThat(builtIn("rollout " + line)).as(line).isEqualTo(real("rollout " + line));
        }
        softly.assertThat(builtIn("rollout undo deployment/backend --to-revision=1"))
                .isEqualTo("0\ndeployment.apps/backend rolled back\n");
        softly.assertThat(image()).isEqualTo("backend:1");
        softly.assertAll();
    }

    private void deployWithRevisions(String before, String now) {
        Deployment deployment = cluster.client()
                .resource(new DeploymentBuilder()
                        .withNewMetadata()
                        .withName("backend")
                        .withNamespace("default")
                        .addToAnnotations("deployment.kubernetes.io/revision", "2")
                        .endMetadata()
                        .withNewSpec()
                        .withReplicas(1)
                        .withNewSelector()
                        .withMatchLabels(LABELS)
                        .endSelector()
                        .withNewTemplate()
                        .withNewMetadata()
                        .withLabels(LABELS)
                        .endMetadata()
                        .withNewSpec()
                        .addNewContainer()
                        .withName("backend")
                        .withImage(now)
                        .endContainer()
                        .endSpec()
                        .endTemplate()
                        .endSpec()
                        .build())
                .create();
        set(deployment, "1", before);
        set(deployment, "2", now);
    }

    private void set(Deployment owner, String revision, String image) {
        var template = owner.getSpec().getTemplate().edit();
        cluster.client()
                .resource(new ReplicaSetBuilder()
                        .withNewMetadata()
                        .withName("backend-" + revision)
                        .withNamespace("default")
                        .withLabels(Map.of("app", "backend", "pod-template-hash", revision))
                        .addToAnnotations("deployment.kubernetes.io/revision", revision)
                        .addNewOwnerReference()
                        .withApiVersion("apps/v1")
                        .withKind("Deployment")
                        .withName("backend")
                        .withUid(owner.getMetadata().getUid())
                        .withController(true)
                        .endOwnerReference()
                        .endMetadata()
                        .withNewSpec()
                        .withReplicas(0)
                        .withNewSelector()
                        .withMatchLabels(Map.of("app", "backend", "pod-template-hash", revision))
                        .endSelector()
                        .withTemplate(template.editMetadata()
                                .addToLabels("pod-template-hash", revision)
                                .endMetadata()
                                .editSpec()
                                .editContainer(0)
                                .withImage(image)
                                .endContainer()
                                .endSpec()
                                .build())
                        .endSpec()
                        .build())
                .create();
    }

    private String image() {
        return cluster.client()
                .apps()
                .deployments()
                .inNamespace("default")
                .withName("backend")
                .get()
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0)
                .getImage();
    }

    private String builtIn(String line) throws InterruptedException {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        int code = new KubectlTool(new Cluster(cluster.client()))
                .run(List.of(line.split(" ")), new Console(out, out, Path.of(".")));
        return code + "\n" + text;
    }

    private String real(String line) throws Exception {
        List<String> command = new ArrayList<>(List.of("kubectl"));
        command.addAll(List.of(line.split(" ")));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("KUBECONFIG", cluster.kubeconfig().toString());
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + "\n" + text;
    }
}
