package dev.fluxlab.flux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.flux.reconcile.Address;
import dev.fluxlab.flux.reconcile.Write;
import dev.fluxlab.registry.Image;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Plays the stages that were recorded from the real controllers, on the same fleet, one after the other. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StagesGoldenTest {

    private static final Path GOLDEN = Path.of(System.getProperty("fluxlab.golden", "../shared/golden"));
    private static final String FORGE = "http://127.0.0.1:3000";
    private static final String REGISTRY = "127.0.0.1:5000";
    private static final String PRODUCTION = "flux/apps/backend/production/kustomization.yaml";
    private static final String V1 = "production-v0.0.1-a1b2c3d-1738861000";
    private static final String NEWEST = "production-v0.0.1-a1b2c3d-1738872000";
    private static final String MARKER = " # {\"$imagepolicy\": \"production:backend:tag\"}";
    private static final String POLICY = "flux/apps/backend/production/image-policy.yaml";
    private static final String FREE = "^production-v[0-9]+\\.[0-9]+\\.[0-9]+-[a-f0-9]+-(?P<ts>[0-9]+)$";
    private static final String PINNED = "^production-v0\\.0\\.1-a1b2c3d-(?P<ts>1738861000)$";
    private static final String V2 = "production-v0.0.2-b2c3d4e-1738871000";

    @TempDir
    static Path folder;

    private static TestFlux flux;
    private static GitClone fleet;

    @BeforeAll
    static void start() throws IOException {
        assumeThat(GOLDEN.resolve("fleet")).as("recorded fleet").isDirectory();
        flux = TestFlux.start(folder);
        build("develop-v0.0.1-a1b2c3d-1738860000", "develop", "a1b2c3d");
        build("staging-v0.0.1-a1b2c3d-1738860123", "staging");
        flux.images().tag("acme/backend", "staging-v0.0.1-a1b2c3d-1738860123", V1);
        flux.images().tag("acme/backend", "staging-v0.0.1-a1b2c3d-1738860123", "production");
        fleet = flux.repository("fleet");
        copyFleet();
        fleet.push("Fleet: backend in three environments");
    }

    @AfterAll
    static void stop() {
        if (flux != null) {
            flux.close();
        }
    }

    private static void build(String... tags) {
        Image image =
                Image.builder(flux.clock().instant()).label("tag", tags[0]).build();
        for (String tag : tags) {
            flux.images().push("acme/backend", tag, image);
        }
    }

    private static void copyFleet() throws IOException {
        Path recorded = GOLDEN.resolve("fleet");
        try (Stream<Path> files = Files.walk(recorded)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                fleet.write(
                        recorded.relativize(file).toString(),
                        Files.readString(file).replace(FORGE, forge()).replace(REGISTRY, registry()));
            }
        }
    }

    private static String forge() {
        return flux.url("").replace("/.git", "");
    }

    private static String registry() {
        return flux.registry().address();
    }

    private static Recording recording(String stage) {
        return new Recording(
                GOLDEN.resolve(stage), text -> text.replace(forge(), FORGE).replace(registry(), REGISTRY));
    }

    @Test
    @Order(1)
    void baseline() throws Exception {
        flux.apply(
                """
                apiVersion: v1
                kind: Secret
                metadata: {name: git-write, namespace: flux-system}
                stringData: {username: flux, password: secret}
                ---
                apiVersion: source.toolkit.fluxcd.io/v1
                kind: GitRepository
                metadata: {name: flux-system, namespace: flux-system}
                spec: {interval: 1m, url: %s/fleet.git, ref: {branch: main}, secretRef: {name: git-write}}
                ---
                apiVersion: kustomize.toolkit.fluxcd.io/v1
                kind: Kustomization
                metadata: {name: flux-system, namespace: flux-system}
                spec:
                  interval: 10m
                  path: ./flux/bootstrap/flux-system
                  prune: true
                  sourceRef: {kind: GitRepository, name: flux-system}
                """
                        .formatted(forge()));
        flux.awaitReady("Kustomization", "flux-system/flux-system");
        flux.clock().advance(Duration.ofMinutes(4));
        assertRecorded("01-baseline");
    }

    @Test
    @Order(2)
    void a_promoted_tag_is_written_and_rolled_out() throws Exception {
        build("staging-v0.0.2-b2c3d4e-1738870000");
        flux.images().tag("acme/backend", "staging-v0.0.2-b2c3d4e-1738870000", V2);
        flux.clock().advance(Duration.ofMinutes(4));
        assertThat(image("production")).endsWith(V2);
        assertRecorded("02-promoted");
    }

    @Test
    @Order(3)
    void a_revert_alone_does_not_hold() throws Exception {
        fleet.pull().replace(PRODUCTION, V2, V1);
        String commit = fleet.push("Revert \"chore(production): update images\"");
        flux.request("GitRepository", "flux-system/flux-system");
        flux.await("GitRepository", "flux-system/flux-system", source -> source.text("status", "artifact", "revision")
                .endsWith(commit));
        flux.request("Kustomization", "flux-system/apps-production");
        flux.clock().advance(Duration.ofMinutes(4));
        assertThat(image("production")).endsWith(V2);
        assertRecorded("04-rebumped");
    }

    @Test
    @Order(4)
    void a_pinned_policy_makes_the_rollback_hold() throws Exception {
        fleet.pull().replace(POLICY, FREE, PINNED).push("Pin production to v0.0.1");
        flux.clock().advance(Duration.ofMinutes(4));
        assertThat(image("production")).endsWith(V1);
        assertRecorded("05-pinned");
    }

    @Test
    @Order(5)
    void without_its_marker_the_tag_stays_as_it_is() throws Exception {
        fleet.pull().replace(POLICY, PINNED, FREE).push("Unpin production");
        flux.clock().advance(Duration.ofMinutes(4));
        fleet.pull().replace(PRODUCTION, V2 + MARKER, V1).push("Roll back and remove the marker");
        flux.clock().advance(Duration.ofMinutes(4));
        assertThat(image("production")).endsWith(V1);
        assertRecorded("07-unmarked");
    }

    @Test
    @Order(6)
    void an_old_digest_under_a_newer_tag_is_promoted_again() throws Exception {
        fleet.pull()
                .replace(PRODUCTION, "newTag: " + V1, "newTag: " + V1 + MARKER)
                .push("Put the marker back");
        flux.images().tag("acme/backend", V1, NEWEST);
        flux.clock().advance(Duration.ofMinutes(5));
        assertRecorded("08-repromoted");
    }

    @Disabled(
            "not stable: a reconciliation asked for while health is awaited may be lost, and the next is minutes away")
    @Test
    @Order(7)
    void drift_by_hand_is_corrected() throws Exception {
        Obj container = Obj.of("name", "backend").with("image", registry() + "/acme/backend:" + V2);
        Json patch =
                Obj.of("spec", Obj.of("template", Obj.of("spec", Obj.of("containers", new Arr(List.of(container))))));
        flux.cluster()
                .patch(
                        new Address("apps/v1", "deployments", "production", "backend"),
                        new Write(
                                "application/strategic-merge-patch+json",
                                patch,
                                Map.of("fieldManager", "kubectl-set")));
        flux.clock().advance(Duration.ofSeconds(2)); // the rollout writes its status, which the take-over must not race
        flux.request("Kustomization", "flux-system/apps-production");
        flux.clock().advance(Duration.ofSeconds(40)); // a dependency may have to be waited for
        flux.await("Deployment", "production/backend", deployment -> image(deployment)
                .endsWith(NEWEST));
        assertThat(flux.events("Kustomization", "apps-production"))
                .contains("Normal Progressing Deployment/production/backend configured");
        assertThat(managers(flux.get("Deployment", "production/backend"))).doesNotContain("kubectl-set");
    }

    @Test
    @Order(8)
    void a_suspended_kustomization_leaves_drift_until_it_is_resumed() throws Exception {
        flux.merge("Kustomization", "flux-system/apps-production", Obj.of("spec", Obj.of("suspend", Json.bool(true))));
        flux.merge("Deployment", "production/backend", Obj.of("spec", Obj.of("replicas", Json.number(1))));
        flux.request("Kustomization", "flux-system/apps-production");
        flux.clock().advance(Duration.ofMinutes(11));
        assertThat(flux.get("Deployment", "production/backend").at("spec", "replicas"))
                .contains(Json.number(1));
        flux.merge("Kustomization", "flux-system/apps-production", Obj.of("spec", Obj.of("suspend", Json.bool(false))));
        flux.await("Deployment", "production/backend", deployment -> deployment
                .at("spec", "replicas")
                .equals(Optional.of(Json.number(2))));
    }

    @Test
    @Order(9)
    void a_deleted_tag_falls_back_to_the_next_best() throws Exception {
        build("staging-v0.0.3-c3d4e5f-1738880000");
        flux.images().tag("acme/backend", "staging-v0.0.3-c3d4e5f-1738880000", "production-v0.0.3-c3d4e5f-1738881000");
        flux.clock().advance(Duration.ofMinutes(4));
        assertThat(image("production")).endsWith("production-v0.0.3-c3d4e5f-1738881000");
        String digest = flux.images()
                .digest("acme/backend", "staging-v0.0.3-c3d4e5f-1738880000")
                .orElseThrow()
                .value();
        flux.images().delete("acme/backend", digest);
        flux.clock().advance(Duration.ofMinutes(5));
        assertThat(image("production")).endsWith(NEWEST);
        assertRecorded("14-tag-deleted");
    }

    @Test
    @Order(10)
    void a_policy_that_matches_nothing_fails_and_changes_nothing() throws Exception {
        fleet.pull().replace(POLICY, FREE, "^prod-(?P<ts>[0-9]+)$").push("A policy that matches nothing");
        flux.clock().advance(Duration.ofMinutes(5));
        assertThat(image("production")).endsWith(NEWEST);
        assertThat(flux.condition("ImagePolicy", "production/backend", "Ready").text("message"))
                .isEqualTo("version list argument cannot be empty");
        flux.awaitReason("Kustomization", "flux-system/apps-production", "HealthCheckFailed");
    }

    private static Set<String> managers(Obj object) {
        return object.items("metadata", "managedFields").stream()
                .map(entry -> entry.text("manager"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String image(String namespace) {
        return image(flux.get("Deployment", namespace + "/backend"));
    }

    private static String image(Obj deployment) {
        return deployment.items("spec", "template", "spec", "containers").get(0).text("image");
    }

    private static void assertRecorded(String stage) throws IOException {
        Recording recording = recording(stage);
        for (String kind : List.of("GitRepository", "Kustomization", "ImagePolicy", "ImageUpdateAutomation")) {
            for (Obj expected : recording.objects(kind)) {
                assertRecorded(kind, expected, recording);
            }
        }
        for (Obj expected : recording.objects("Deployment")) {
            Obj found = flux.get("Deployment", path(expected));
            assertThat(recording.normal(image(found))).as(path(expected)).isEqualTo(image(expected));
            assertThat(Recording.fields(found, "kustomize-controller"))
                    .as("fields of " + path(expected))
                    .isEqualTo(Recording.fields(expected, "kustomize-controller"));
        }
        assertThat(events(recording)).containsAll(recording.events());
    }

    private static void assertRecorded(String kind, Obj expected, Recording recording) {
        Obj found = flux.get(kind, path(expected));
        assertThat(recording.conditions(found))
                .as(kind + " " + path(expected))
                .isEqualTo(recording.conditions(expected));
        assertThat(found.obj("status", "inventory")).isEqualTo(expected.obj("status", "inventory"));
        assertThat(found.at("status", "observedGeneration")).isEqualTo(found.at("metadata", "generation"));
        for (String manager : List.of("source-controller", "gotk-kustomize-controller")) {
            assertThat(Recording.fields(found, manager))
                    .as(manager + "'s fields of " + kind + " " + path(expected))
                    .isEqualTo(Recording.fields(expected, manager));
        }
    }

    private static Set<String> events(Recording recording) {
        return flux.cluster().list(new Address("v1", "events", "", ""), Map.of()).stream()
                .map(event -> event.text("involvedObject", "kind") + " " + event.text("involvedObject", "namespace")
                        + "/"
                        + event.text("involvedObject", "name") + " " + event.text("type") + " " + event.text("reason")
                        + " " + event.text("message"))
                .map(recording::normal)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String path(Obj object) {
        return object.text("metadata", "namespace") + "/" + object.text("metadata", "name");
    }
}
