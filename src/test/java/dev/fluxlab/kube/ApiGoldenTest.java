package dev.fluxlab.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Answers as a recorded kube-apiserver 1.36.2 did, request by request. */
final class ApiGoldenTest {

    private static final Path GOLDEN = Path.of(System.getProperty("fluxlab.golden", "../shared/golden"));

    /** Lists of all kinds: fluxlab serves fewer, which the tests of the catalog look at. */
    private static final Set<String> OF_OTHER_KINDS = Set.of(
            "discovery/version",
            "discovery/api",
            "discovery/apis",
            "discovery/core-resources",
            "discovery/apps-resources",
            "discovery/aggregated-core",
            "discovery/aggregated-apis");

    private record Played(Json recorded, Replay.Answer answer) {}

    @TestFactory
    Stream<DynamicTest> answers_as_the_recorded_server_did() throws Exception {
        Path exchanges = GOLDEN.resolve("api/exchanges.json");
        assumeTrue(Files.exists(exchanges), "no recordings at " + exchanges + "; name them with -Dfluxlab.golden");
        List<Played> played = new ArrayList<>();
        TestCluster cluster = TestCluster.start();
        Replay replay = cluster.replay();
        for (Json recorded : JsonText.read(Files.readAllBytes(exchanges))
                .asArr()
                .orElseThrow()
                .items()) {
            played.add(new Played(
                    recorded,
                    replay.play(recorded.text("name"), recorded.at("request").orElseThrow())));
            if (recorded.text("name").equals("crd/create")) {
                awaitEstablished(cluster);
            }
        }
        return played.stream()
                .filter(each -> !isLeftOut(each.recorded()))
                .map(each -> DynamicTest.dynamicTest(each.recorded().text("name"), () -> compare(each)))
                .onClose(cluster::close);
    }

    private static boolean isLeftOut(Json recorded) {
        boolean withheld = recorded.at("withheld").flatMap(Json::asBoolean).orElse(false);
        return withheld || OF_OTHER_KINDS.contains(recorded.text("name"));
    }

    private static void awaitEstablished(TestCluster cluster) {
        cluster.client()
                .apiextensions()
                .v1()
                .customResourceDefinitions()
                .withName("things.rec.example.com")
                .waitUntilCondition(
                        crd -> crd != null
                                && crd.getStatus() != null
                                && crd.getStatus().getConditions() != null
                                && crd.getStatus().getConditions().stream()
                                        .anyMatch(
                                                condition -> condition.getType().equals("Established")
                                                        && condition.getStatus().equals("True")),
                        10,
                        java.util.concurrent.TimeUnit.SECONDS);
    }

    private static void compare(Played played) throws IOException, InterruptedException {
        Json recorded = played.recorded();
        assertThat(played.answer().status())
                .as("status of %s", played.answer().body())
                .isEqualTo(recorded.at("status")
                        .flatMap(Json::asLong)
                        .orElseThrow()
                        .intValue());
        assertThat(played.answer().warning().orElse("")).isEqualTo(recorded.text("headers", "Warning"));
        if (recorded.at("events").isPresent()) {
            List<Json> expected = recorded.items("events");
            awaitEvents(played.answer().events(), expected.size());
            List<Json> found =
                    played.answer().events().stream().limit(expected.size()).toList();
            assertThat(print(Likeness.of(new Arr(found)))).isEqualTo(print(Likeness.of(new Arr(expected))));
            return;
        }
        assertThat(print(Likeness.of(played.answer().body())))
                .isEqualTo(print(Likeness.of(recorded.at("response").orElseThrow())));
    }

    private static String print(Json value) {
        return JsonText.pretty(value);
    }

    private static void awaitEvents(List<Json> events, int count) throws InterruptedException {
        Instant bound = Instant.now().plus(Duration.ofSeconds(5));
        while (events.size() < count && Instant.now().isBefore(bound)) {
            Thread.onSpinWait();
        }
    }
}
