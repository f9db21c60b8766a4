package dev.fluxlab.flux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects that fail, held to what the real controllers recorded of them. */
class FailuresGoldenTest {

    private static final Path RECORDED =
            Path.of(System.getProperty("fluxlab.golden", "../shared/golden")).resolve("failures.json");
    private static final String FORGE = "http://127.0.0.1:3000/";

    @TempDir
    static Path folder;

    private static TestFlux flux;

    @BeforeAll
    static void start() throws Exception {
        assumeThat(RECORDED).as("recorded failures").exists();
        flux = TestFlux.start(folder);
        flux.namespace("fail");
        GitClone fail = flux.repository("fail");
        fail.write("ok/cm.yaml", object("v1", "ConfigMap", "ok", "data: {a: b}"));
        fail.write("vars/cm.yaml", object("v1", "ConfigMap", "vars", "data: {a: '${x} ${nope}'}"));
        fail.write("badref/kustomization.yaml", "resources: [missing.yaml]\n");
        fail.write("hc/deployment.yaml", deployment("hc", "hc"));
        fail.write("immut/deployment.yaml", deployment("immut", "a"));
        fail.write("immut2/deployment.yaml", deployment("immut", "b"));
        fail.push("init");
        flux.hiddenRepository("private/fail");
        flux.apply(recorded("GitRepository", "good"));
        flux.awaitReady("GitRepository", "fail/good");
    }

    @AfterAll
    static void stop() {
        if (flux != null) {
            flux.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"good", "auth-none", "branch-missing", "repo-missing", "secret-missing"})
    void a_git_repository_says_what_flux_says(String name) throws Exception {
        flux.apply(recorded("GitRepository", name));
        assertRecorded("GitRepository", name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ok", "bad-reference", "depends-missing", "source-missing", "variable-missing", "health-timeout"
            })
    void a_kustomization_says_what_flux_says(String name) throws Exception {
        flux.apply(recorded("Kustomization", name));
        assertRecorded("Kustomization", name);
    }

    @Test
    void a_change_of_what_cannot_change_is_refused_as_flux_tells_it() throws Exception {
        Obj second = recorded("Kustomization", "immutable");
        flux.apply(second.withObj("spec", spec -> spec.with("path", "./immut")));
        flux.awaitReady("Kustomization", "fail/immutable");
        flux.apply(second);
        assertRecorded("Kustomization", "immutable");
    }

    private static void assertRecorded(String kind, String name) throws Exception {
        flux.await(kind, "fail/" + name, object -> !object.items("status", "conditions")
                .isEmpty());
        flux.clock().advance(Duration.ofSeconds(35));
        Obj entry = entry(kind, name);
        Obj found = flux.get(kind, "fail/" + name);
        assertThat(conditions(found.items("status", "conditions"))).isEqualTo(conditions(entry.items("conditions")));
        assertThat(flux.events(kind, name).stream()
                        .map(FailuresGoldenTest::normal)
                        .collect(Collectors.toSet()))
                .containsAll(entry.items("events").stream()
                        .map(event -> event.text("type") + " " + event.text("reason") + " " + event.text("message"))
                        .map(FailuresGoldenTest::normal)
                        .filter(event -> !event.contains("no changes since last reconciliation"))
                        .collect(Collectors.toSet()));
        assertThat(found.at("status", "observedGeneration")
                                .flatMap(Json::asLong)
                                .orElse(0L)
                        > 0)
                .as("observed")
                .isEqualTo(entry.at("status", "observedGeneration")
                                .flatMap(Json::asLong)
                                .orElse(0L)
                        > 0);
    }

    private static Set<String> conditions(List<Json> conditions) {
        return conditions.stream()
                .map(condition -> condition.text("type") + "=" + condition.text("status") + " "
                        + condition.text("reason") + " " + normal(condition.text("message")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String normal(String text) {
        return text.replace(flux.url("").replace(".git", ""), FORGE)
                .replaceAll("sha1:[0-9a-f]{40}", "sha1:COMMIT")
                .replaceAll("/tmp/kustomization-[0-9]+", "/tmp/kustomization")
                .replaceAll("(?s)(authentication required:).*", "$1")
                .replaceAll("(finished in|passed in|failed after) [0-9a-zµ.]+", "$1 DURATION");
    }

    private static Obj recorded(String kind, String name) throws IOException {
        Obj entry = entry(kind, name);
        Obj spec = JsonText.read(JsonText.print(entry.obj("spec"))
                        .replace(FORGE, flux.url("").replace(".git", "")))
                .obj();
        String group = kind.equals("Kustomization") ? "kustomize" : "source";
        return Obj.of("apiVersion", group + ".toolkit.fluxcd.io/v1")
                .with("kind", kind)
                .with("metadata", Obj.of("name", name).with("namespace", "fail"))
                .with("spec", spec);
    }

    private static Obj entry(String kind, String name) throws IOException {
        return JsonText.read(Files.readAllBytes(RECORDED)).asArr().orElseThrow().items().stream()
                .filter(entry ->
                        entry.text("kind").equals(kind) && entry.text("name").equals(name))
                .findFirst()
                .orElseThrow()
                .obj();
    }

    private static String object(String apiVersion, String kind, String name, String more) {
        return "apiVersion: " + apiVersion + "\nkind: " + kind + "\nmetadata: {name: " + name + ", namespace: fail}\n"
                + more + "\n";
    }

    private static String deployment(String name, String app) {
        return object(
                "apps/v1",
                "Deployment",
                name,
                """
                spec:
                  selector: {matchLabels: {app: %s}}
                  template:
                    metadata: {labels: {app: %s}}
                    spec: {containers: [{name: c, image: nowhere/none:1}]}
                """
                        .formatted(app, app));
    }
}
