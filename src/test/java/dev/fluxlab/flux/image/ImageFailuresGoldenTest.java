package dev.fluxlab.flux.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every image object of failures.json, one by one: its conditions have to be those of real Flux. */
final class ImageFailuresGoldenTest {

    private static final Path FAILURES =
            Path.of(System.getProperty("fluxlab.golden", "../shared/golden")).resolve("failures.json");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String MARKED = "tag: old # {\"$imagepolicy\": \"fail:good:tag\"}\n";

    // The registry that answers 429 is another server than the one that is recorded beside it.
    private static final Set<String> OTHER_SERVERS = Set.of("limited");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> failures() throws Exception {
        assumeTrue(Files.exists(FAILURES), "no recording at " + FAILURES);
        ImageWorld world = new ImageWorld(folder);
        start(world);
        return JsonText.read(Files.readString(FAILURES)).items().stream()
                .filter(object -> object.text("kind").startsWith("Image"))
                .filter(object -> !OTHER_SERVERS.contains(object.text("name")))
                .map(object -> DynamicTest.dynamicTest(
                        object.text("kind") + " " + object.text("name"), () -> check(world, object)))
                .onClose(world::close);
    }

    private static void start(ImageWorld world) throws Exception {
        world.namespace("fail", "environment: production");
        world.namespace("stranger", "environment: none");
        world.commit("fleet", "iua/values.yaml", MARKED);
        world.commit("protected", "iua/values.yaml", MARKED);
        source(world, "good", "fleet");
        source(world, "protected", "protected");
        world.apply("{apiVersion: v1, kind: Secret, metadata: {name: git, namespace: fail},"
                + " stringData: {username: flux, password: bot}}");
        apply(world, recorded("ImageRepository", "good"));
        // was there before the first scan, which is why its Ready still tells of missing tags
        apply(world, recorded("ImagePolicy", "invalid-pattern"));
        world.await("ImagePolicy", "fail", "invalid-pattern", ImageWorld.notReady("no tags in database"));
        world.pushImage("production-v0.0.1-a1b2c3d-1738872000");
        world.clock.advance(Duration.ofMinutes(1));
        world.await("ImageRepository", "fail", "good", ImageWorld.ready("successful scan"));
    }

    private static Json recorded(String kind, String name) throws Exception {
        return JsonText.read(Files.readString(FAILURES)).items().stream()
                .filter(object ->
                        object.text("kind").equals(kind) && object.text("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void source(ImageWorld world, String name, String repository) {
        world.apply("{apiVersion: source.toolkit.fluxcd.io/v1, kind: GitRepository, metadata: {name: " + name
                + ", namespace: fail}, spec: {interval: 1m, url: '" + world.git(repository)
                + "', ref: {branch: main}, secretRef: {name: git}}}");
    }

    private static void apply(ImageWorld world, Json object) {
        Obj wanted = Obj.builder()
                .put("apiVersion", "image.toolkit.fluxcd.io/v1")
                .put("kind", object.text("kind"))
                .put("metadata", Obj.of("name", object.text("name")).with("namespace", object.text("namespace")))
                .put("spec", object.obj("spec"))
                .build();
        world.apply(wanted.toString().replace("127.0.0.1:5000", world.registry()));
    }

    private static void check(ImageWorld world, Json object) throws Exception {
        apply(world, object);
        String expected = told(object.items("conditions"));
        String found = "";
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!found.equals(expected) && System.nanoTime() < deadline) {
            Obj now = world.cluster.read(
                    ImageWorld.address(object.text("kind"), object.text("namespace"), object.text("name")));
            found = here(world, told(now.items("status", "conditions")));
            world.clock.awaitRest(Duration.ofMillis(100));
        }
        assertThat(found).isEqualTo(expected);
    }

    private static String here(ImageWorld world, String found) {
        return found.replace(world.git("fleet"), "http://127.0.0.1:3000/fail.git")
                .replace(world.git("protected"), "http://127.0.0.1:3000/protected.git")
                .replace(world.registry(), "127.0.0.1:5000");
    }

    // How many runs there were, and what the scanned list held, differ with the world around.
    private static String told(List<Json> conditions) {
        return conditions.stream()
                .map(condition -> condition.text("type") + "=" + condition.text("status") + " "
                        + condition.text("reason") + " "
                        + condition.text("message").replaceAll("found \\d+ tags with checksum \\d+", "found tags"))
                .filter(text -> !text.startsWith("Reconciling"))
                .collect(Collectors.joining("\n"));
    }
}
