package dev.fluxlab.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxlab.clock.WorldClock;
import dev.fluxlab.kube.TestCluster;
import dev.fluxlab.registry.Credentials;
import dev.fluxlab.registry.Image;
import dev.fluxlab.registry.Registry;
import dev.fluxlab.registry.RegistryClient;
import dev.fluxlab.registry.RegistryUser;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The stand-ins against an API server and a registry, over their URLs, on a clock that the tests move. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WorkloadTest {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final WorldClock clock = WorldClock.system();
    private final TestCluster cluster = TestCluster.start(clock);
    private final KubernetesClient client = cluster.client();
    private final Workload workload = Workload.start(
            cluster.config(), WorkloadOptions.on(clock).assuming(Pattern.compile("registry\\.example\\.com/.*")));

    private Registry registry;
    private RegistryClient images;

    @BeforeAll
    void serve_images(@TempDir Path folder) {
        registry = Registry.in(folder)
                .anonymousPull()
                .user(RegistryUser.writer("ci", "secret"))
                .start();
        images = RegistryClient.of(registry.uri(), Optional.of(new Credentials("ci", "secret")));
    }

    @AfterAll
    void stop() {
        workload.close();
        registry.close();
        cluster.close();
        clock.close();
    }

    private static Deployment deployment(String name, String image) {
        return Serialization.unmarshal(
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: %s, namespace: default, labels: {app: %s}}
                spec:
                  replicas: 2
                  selector: {matchLabels: {app: %s}}
                  template:
                    metadata: {labels: {app: %s}}
                    spec:
                      containers: [{name: web, image: '%s', ports: [{containerPort: 8080}]}]
                """
                        .formatted(name, name, name, name, image),
                Deployment.class);
    }

    private Deployment create(String name, String image) {
        return client.resource(deployment(name, image)).create();
    }

    private Deployment read(String name) {
        return client.apps().deployments().inNamespace("default").withName(name).get();
    }

    private Deployment complete(String name) {
        return client.apps()
                .deployments()
                .inNamespace("default")
                .withName(name)
                .waitUntilCondition(
                        deployment -> deployment != null
                                && deployment
                                        .getMetadata()
                                        .getGeneration()
                                        .equals(deployment.getStatus().getObservedGeneration())
                                && condition(deployment, "Progressing").equals("NewReplicaSetAvailable")
                                && Integer.valueOf(2)
                                        .equals(deployment.getStatus().getUpdatedReplicas())
                                && Integer.valueOf(2)
                                        .equals(deployment.getStatus().getReplicas()),
                        LONGEST.toSeconds(),
                        TimeUnit.SECONDS);
    }

    private static String condition(Deployment deployment, String type) {
        return deployment.getStatus().getConditions().stream()
                .filter(condition -> condition.getType().equals(type))
                .map(DeploymentCondition::getReason)
                .findFirst()
                .orElse("");
    }

    private List<Pod> pods(String name) {
        return client.pods()
                .inNamespace("default")
                .withLabel("app", name)
                .list()
                .getItems();
    }

    private Pod pod(String name, String waitingFor) {
        List<Pod> all = client.pods()
                .inNamespace("default")
                .withLabel("app", name)
                .informOnCondition(
                        pods -> pods.stream().anyMatch(pod -> state(pod).equals(waitingFor)))
                .orTimeout(LONGEST.toSeconds(), TimeUnit.SECONDS)
                .join();
        return all.stream()
                .filter(pod -> state(pod).equals(waitingFor))
                .findFirst()
                .orElseThrow();
    }

    private static String state(Pod pod) {
        if (pod.getStatus() == null || pod.getStatus().getContainerStatuses().isEmpty()) {
            return "";
        }
        ContainerStatus status = pod.getStatus().getContainerStatuses().get(0);
        if (status.getState().getWaiting() != null) {
            return status.getState().getWaiting().getReason();
        }
        return status.getReady() ? "ready" : "not ready";
    }

    private List<String> messages(String kind, String name) {
        return client.v1().events().inNamespace("default").list().getItems().stream()
                .filter(event -> event.getInvolvedObject().getKind().equals(kind))
                .filter(event -> event.getInvolvedObject().getName().startsWith(name))
                .map(Event::getMessage)
                .toList();
    }

    private String push(String tag, Map<String, String> labels) {
        Image.Builder image =
                Image.builder(clock.instant()).layer(Map.of("VERSION", tag.getBytes(StandardCharsets.UTF_8)));
        labels.forEach(image::label);
        images.push("acme/web", tag, image.build());
        return registry.address() + "/acme/web:" + tag;
    }

    @Test
    void a_deployment_rolls_out_and_says_so() {
        create("rolls", "registry.example.com/web:1");
        Deployment first = complete("rolls");
        assertThat(condition(first, "Available")).isEqualTo("MinimumReplicasAvailable");
        assertThat(messages("Deployment", "rolls")).singleElement().asString().endsWith("from 0 to 2");
        client.apps().deployments().inNamespace("default").withName("rolls").edit(deployment -> {
            deployment.getSpec().getTemplate().getSpec().getContainers().get(0).setImage("registry.example.com/web:2");
            return deployment;
        });
        Deployment second = complete("rolls");
        assertThat(second.getMetadata().getAnnotations()).containsEntry("deployment.kubernetes.io/revision", "2");
        assertThat(messages("Deployment", "rolls").stream().map(message -> message.replaceAll("rolls-\\w+", "RS")))
                .containsExactly(
                        "Scaled up replica set RS from 0 to 2",
                        "Scaled up replica set RS from 0 to 1",
                        "Scaled down replica set RS from 2 to 1",
                        "Scaled up replica set RS from 1 to 2",
                        "Scaled down replica set RS from 1 to 0");
    }

    @Test
    void a_pod_runs_the_image_that_its_registry_has() throws InterruptedException {
        create("pulled", push("1", Map.of()));
        complete("pulled");
        Pod pod = pods("pulled").get(0);
        assertThat(pod.getStatus().getContainerStatuses().get(0).getImageID())
                .startsWith(registry.address() + "/acme/web@sha256:");
        assertThat(clock.awaitRest(LONGEST)).isTrue();
        assertThat(messages("Pod", pod.getMetadata().getName()))
                .contains("Container created", "Container started")
                .anyMatch(message -> message.startsWith("Successfully pulled image"));
        assertThat(client.pods().resource(pod).getLog()).contains("starting " + registry.address(), "listening");
    }

    @Test
    void an_image_that_is_missing_keeps_the_old_pods_and_the_deadline_passes() throws InterruptedException {
        create("missing", push("2", Map.of()));
        complete("missing");
        client.apps().deployments().inNamespace("default").withName("missing").edit(deployment -> {
            deployment
                    .getSpec()
                    .getTemplate()
                    .getSpec()
                    .getContainers()
                    .get(0)
                    .setImage(registry.address() + "/acme/web:nope");
            return deployment;
        });
        pod("missing", "ImagePullBackOff");
        assertThat(messages("Pod", "missing")).anyMatch(message -> message.endsWith("acme/web:nope: not found"));
        assertThat(clock.advance(Duration.ofMinutes(11))).isTrue();
        assertThat(condition(read("missing"), "Progressing")).isEqualTo("ProgressDeadlineExceeded");
        assertThat(read("missing").getStatus().getAvailableReplicas()).isEqualTo(2);
    }

    @Test
    void an_image_that_crashes_backs_off_on_the_worlds_clock() throws InterruptedException {
        create("crashes", push("3", Map.of("dev.fluxlab/fails", "start", "dev.fluxlab/failure", "no such table")));
        Pod pod = pod("crashes", "CrashLoopBackOff");
        assertThat(pod.getStatus()
                        .getContainerStatuses()
                        .get(0)
                        .getState()
                        .getWaiting()
                        .getMessage())
                .startsWith("back-off 10s restarting failed container=web pod="
                        + pod.getMetadata().getName());
        clock.advance(Duration.ofMinutes(2));
        Pod later = client.pods().resource(pod).get();
        assertThat(later.getStatus().getContainerStatuses().get(0).getRestartCount())
                .isBetween(3, 5);
        assertThat(client.pods().resource(pod).terminated().getLog()).contains("fatal: cannot start: no such table");
    }

    @Test
    void an_image_that_is_slow_becomes_ready_when_its_time_has_come() throws InterruptedException {
        create("slow", push("4", Map.of("dev.fluxlab/ready-after", "90s")));
        pod("slow", "not ready");
        clock.advance(Duration.ofSeconds(30));
        assertThat(pods("slow")).allMatch(pod -> state(pod).equals("not ready"));
        clock.advance(Duration.ofSeconds(70));
        assertThat(pods("slow")).allMatch(pod -> state(pod).equals("ready"));
    }

    @Test
    void a_deleted_namespace_takes_its_content_with_it() {
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName("gone")
                        .endMetadata()
                        .build())
                .create();
        client.serviceAccounts()
                .inNamespace("gone")
                .withName("default")
                .waitUntilCondition(account -> account != null, LONGEST.toSeconds(), TimeUnit.SECONDS);
        Deployment deployment = deployment("web", "registry.example.com/web:1");
        deployment.getMetadata().setNamespace("gone");
        client.resource(deployment).create();
        client.namespaces().withName("gone").delete();
        client.namespaces()
                .withName("gone")
                .waitUntilCondition(namespace -> namespace == null, LONGEST.toSeconds(), TimeUnit.SECONDS);
        assertThat(client.pods().inNamespace("gone").list().getItems()).isEmpty();
    }

    @Test
    void deleting_a_deployment_takes_its_pods_along() throws InterruptedException {
        Deployment deployment = create("owned", "registry.example.com/web:1");
        complete("owned");
        client.resource(deployment).delete();
        client.pods()
                .inNamespace("default")
                .withLabel("app", "owned")
                .informOnCondition(List::isEmpty)
                .orTimeout(LONGEST.toSeconds(), TimeUnit.SECONDS)
                .join();
        assertThat(clock.awaitRest(LONGEST)).isTrue();
        assertThat(pods("owned")).isEmpty();
    }
}
