package dev.fluxlab.flux.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.YamlText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plays the recorded fleet through its stages with the image controllers alone: what Kustomizations would apply is
 * applied by the test. Objects and the automation's commits have to be those of real Flux.
 */
final class FleetImagesGoldenTest {

    private static final Path GOLDEN = Path.of(System.getProperty("fluxlab.golden", "../shared/golden"));
    static final String RECORDED_REGISTRY = "127.0.0.1:5000";
    private static final List<String> ENVIRONMENTS = List.of("develop", "staging", "production");
    private static final String VALUES = "flux/apps/backend/production/kustomization.yaml";
    private static final String MARKER = " # {\"$imagepolicy\": \"production:backend:tag\"}";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void objects_and_commits_are_those_of_real_flux_at_every_stage() throws Exception {
        assumeTrue(Files.isDirectory(GOLDEN), "no recording at " + GOLDEN);
        try (ImageWorld world = new ImageWorld(folder)) {
            start(world);
            check(world, "01-baseline");

            world.pushImage("staging-v0.0.2-b2c3d4e-1738870000");
            world.tagImage("staging-v0.0.2-b2c3d4e-1738870000", "production-v0.0.2-b2c3d4e-1738871000");
            nextMinute(world, "02-promoted");

            String bumped = world.file("fleet", VALUES);
            world.commit("fleet", VALUES, bumped.replace("v0.0.2-b2c3d4e-1738871000", "v0.0.1-a1b2c3d-1738861000"));
            nextMinute(world, "04-rebumped");

            applyRecorded(world, "05-pinned");
            check(world, "05-pinned");

            applyRecorded(world, "07-unmarked");
            awaitObserved(world, "production", "v0.0.2");
            String rolledBack = world.file("fleet", VALUES)
                    .replace("v0.0.2-b2c3d4e-1738871000" + MARKER, "v0.0.1-a1b2c3d-1738861000");
            world.commit("fleet", VALUES, rolledBack);
            nextMinute(world, "07-unmarked");

            world.tagImage("production-v0.0.1-a1b2c3d-1738861000", "production-v0.0.1-a1b2c3d-1738872000");
            world.clock.advance(Duration.ofMinutes(1));
            world.commit("fleet", VALUES, rolledBack.replace("a1b2c3d-1738861000", "a1b2c3d-1738861000" + MARKER));
            nextMinute(world, "08-repromoted");

            world.pushImage("staging-v0.0.3-c3d4e5f-1738880000");
            world.tagImage("staging-v0.0.3-c3d4e5f-1738880000", "production-v0.0.3-c3d4e5f-1738881000");
            world.clock.advance(Duration.ofMinutes(1));
            awaitObserved(world, "production", "v0.0.3");
            awaitObserved(world, "staging", "v0.0.3");
            world.deleteTag("staging-v0.0.3-c3d4e5f-1738880000");
            nextMinute(world, "14-tag-deleted");

            applyRecorded(world, "15-matches-nothing");
            check(world, "15-matches-nothing");
        }
    }

    private static void awaitObserved(ImageWorld world, String environment, String version) throws Exception {
        world.await("ImageUpdateAutomation", environment, "backend", object -> object.text(
                        "status", "observedPolicies", "backend", "tag")
                .contains(version));
    }

    private static void nextMinute(ImageWorld world, String stage) throws Exception {
        world.clock.advance(Duration.ofMinutes(1));
        check(world, stage);
    }

    private void start(ImageWorld world) throws Exception {
        world.pushImage("develop-v0.0.1-a1b2c3d-1738860000");
        world.tagImage("develop-v0.0.1-a1b2c3d-1738860000", "develop");
        world.tagImage("develop-v0.0.1-a1b2c3d-1738860000", "a1b2c3d");
        world.pushImage("staging-v0.0.1-a1b2c3d-1738860123");
        world.tagImage("staging-v0.0.1-a1b2c3d-1738860123", "staging");
        world.tagImage("staging-v0.0.1-a1b2c3d-1738860123", "production-v0.0.1-a1b2c3d-1738861000");
        world.tagImage("staging-v0.0.1-a1b2c3d-1738860123", "production");
        world.commitAll("fleet", fleet(world));
        world.namespace("flux-system", "lab: lab");
        world.namespace("develop", "environment: development");
        world.namespace("staging", "environment: staging");
        world.namespace("production", "environment: production");
        world.apply("{apiVersion: v1, kind: Secret, metadata: {name: git, namespace: flux-system},"
                + " stringData: {username: flux, password: bot}}");
        world.apply("{apiVersion: source.toolkit.fluxcd.io/v1, kind: GitRepository, metadata: {name: fleet-writeback,"
                + " namespace: flux-system}, spec: {interval: 1m, url: '" + world.git("fleet")
                + "', ref: {branch: main}, secretRef: {name: git}}}");
        applyRecorded(world, "01-baseline");
    }

    private static Map<String, String> fleet(ImageWorld world) throws Exception {
        Map<String, String> files = new LinkedHashMap<>();
        Path root = GOLDEN.resolve("fleet");
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(path).toString(), here(world, Files.readString(path)));
            }
        }
        return files;
    }

    private static String here(ImageWorld world, String recorded) {
        return recorded.replace(RECORDED_REGISTRY, world.registry());
    }

    private static void applyRecorded(ImageWorld world, String stage) throws Exception {
        for (String kind : List.of("imagerepository", "imagepolicy", "imageupdateautomation")) {
            for (Json object : recorded(stage, kind)) {
                Obj wanted = Obj.builder()
                        .put("apiVersion", object.text("apiVersion"))
                        .put("kind", object.text("kind"))
                        .put(
                                "metadata",
                                Obj.of("name", "backend").with("namespace", object.text("metadata", "namespace")))
                        .put("spec", object.obj("spec"))
                        .build();
                world.apply(here(world, wanted.toString()));
            }
        }
    }

    private static List<Json> recorded(String stage, String kind) throws Exception {
        Path file = GOLDEN.resolve(stage).resolve(kind + ".yaml");
        return YamlText.read(Files.readString(file)).items("items");
    }

    private static void check(ImageWorld world, String stage) throws Exception {
        check(world, stage, "imagerepository", "imagepolicy", "imageupdateautomation");
        for (String environment : ENVIRONMENTS) {
            List<String> expected = RecordedCommit.read(GOLDEN.resolve(stage).resolve("git-log.txt")).stream()
                    .filter(commit -> commit.startsWith("fluxcdbot") && commit.contains("chore(" + environment + ")"))
                    .toList();
            List<String> found = RecordedCommit.of(world, "fleet").stream()
                    .filter(commit -> commit.startsWith("fluxcdbot") && commit.contains("chore(" + environment + ")"))
                    .limit(expected.size())
                    .toList();
            assertThat(found).as("commits of %s at %s", environment, stage).isEqualTo(expected);
        }
    }

    private static void check(ImageWorld world, String stage, String... kinds) throws Exception {
        for (String kind : kinds) {
            for (Json object : recorded(stage, kind)) {
                String expected = told(object);
                long deadline = System.nanoTime() + PATIENCE.toNanos();
                String found = "";
                while (!found.equals(expected) && System.nanoTime() < deadline) {
                    found = told(world.cluster.read(
                            ImageWorld.address(object.text("kind"), object.text("metadata", "namespace"), "backend")));
                    found = found.replace(world.registry(), RECORDED_REGISTRY);
                    world.clock.awaitRest(Duration.ofMillis(100));
                }
                assertThat(found)
                        .as("%s of %s at %s", kind, object.text("metadata", "namespace"), stage)
                        .isEqualTo(expected);
            }
        }
    }

    /** What an object's status says, without times, generations and commit ids. */
    private static String told(Json object) {
        List<String> told = new ArrayList<>();
        for (Json condition : object.items("status", "conditions")) {
            String message = condition.text("message").replaceAll("generation \\d+ -> \\d+", "generation");
            told.add(condition.text("type") + "=" + condition.text("status") + " " + condition.text("reason") + " "
                    + message);
        }
        Obj status = object.obj("status");
        for (String field : List.of("latestRef", "observedPreviousRef", "observedPolicies")) {
            told.add(field + " " + sorted(status.obj(field)));
        }
        told.add(status.text("canonicalImageName")
                + status.text("lastScanResult", "revision")
                + status.items("lastScanResult", "latestTags"));
        return String.join("\n", told);
    }

    private static String sorted(Obj object) {
        return YamlText.printSorted(object);
    }
}
