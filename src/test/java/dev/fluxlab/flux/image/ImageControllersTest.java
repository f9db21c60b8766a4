package dev.fluxlab.flux.image;

import static dev.fluxlab.flux.image.ImageWorld.condition;
import static dev.fluxlab.flux.image.ImageWorld.notReady;
import static dev.fluxlab.flux.image.ImageWorld.ready;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxlab.document.Obj;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The three controllers together, over the API server, a registry and a forge. */
final class ImageControllersTest {

    private static final String MARKED = "tag: old # {\"$imagepolicy\": \"apps:backend:tag\"}\n";

    @TempDir
    Path folder;

    private ImageWorld world;

    @BeforeEach
    void start() throws Exception {
        world = new ImageWorld(folder);
        world.pushImage("1.0.0");
        world.commit("fleet", "apps/values.yaml", MARKED);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private void repository(String spec) {
        world.apply("{apiVersion: image.toolkit.fluxcd.io/v1, kind: ImageRepository,"
                + " metadata: {name: backend, namespace: apps}, spec: {interval: 1m, insecure: true, " + spec + "}}");
    }

    private void scanned() throws Exception {
        repository("image: " + world.image());
        world.await("ImageRepository", "backend", ready("successful scan: found"));
    }

    private void policy(String spec) {
        world.apply("{apiVersion: image.toolkit.fluxcd.io/v1, kind: ImagePolicy,"
                + " metadata: {name: backend, namespace: apps}, spec: {imageRepositoryRef: {name: backend}, " + spec
                + "}}");
    }

    private void source(String repository) {
        world.apply("{apiVersion: source.toolkit.fluxcd.io/v1, kind: GitRepository, metadata: {name: fleet, namespace:"
                + " apps}, spec: {interval: 1m, url: '" + world.git(repository)
                + "', ref: {branch: main}, secretRef: {name: git}}}");
    }

    private void automation(String git) {
        world.apply("{apiVersion: image.toolkit.fluxcd.io/v1, kind: ImageUpdateAutomation, metadata: {name: backend,"
                + " namespace: apps}, spec: {interval: 1m, sourceRef: {kind: GitRepository, name: fleet}, update:"
                + " {path: ./apps, strategy: Setters}, git: {commit: {author: {name: bot, email: bot@lab}" + git
                + "}}}}");
    }

    private void everything() throws Exception {
        scanned();
        policy("policy: {semver: {range: '*'}}");
        world.await("ImagePolicy", "backend", ready("resolved to 1.0.0"));
        source("fleet");
        automation("");
        world.await("ImageUpdateAutomation", "backend", object -> !object.text("status", "lastPushCommit")
                .isEmpty());
    }

    @Test
    void a_new_tag_is_scanned_elected_and_committed() throws Exception {
        everything();
        assertThat(world.file("fleet", "apps/values.yaml")).startsWith("tag: 1.0.0 #");
        world.pushImage("1.1.0");
        world.clock.advance(Duration.ofMinutes(1));
        Obj policy = world.await("ImagePolicy", "backend", ready("resolved to 1.1.0 (previously"));
        assertThat(policy.text("status", "observedPreviousRef", "tag")).isEqualTo("1.0.0");
        world.await("ImageUpdateAutomation", "backend", object -> object.text(
                        "status", "observedPolicies", "backend", "tag")
                .equals("1.1.0"));
        assertThat(world.file("fleet", "apps/values.yaml")).startsWith("tag: 1.1.0 #");
        assertThat(world.head("fleet", "main").getAuthorIdent().getEmailAddress())
                .isEqualTo("bot@lab");
        assertThat(world.head("fleet", "main").getFullMessage()).isEqualTo("Update from image update automation");
        String commit = world.head("fleet", "main").name();
        assertThat(world.events("ImageUpdateAutomation", "backend"))
                .contains("Normal Succeeded pushed commit '" + commit.substring(0, 7)
                        + "' to branch 'main'\nUpdate from image update automation");
    }

    @Test
    void a_revert_is_written_over_at_the_next_run() throws Exception {
        everything();
        world.commit("fleet", "apps/values.yaml", MARKED);
        world.clock.advance(Duration.ofMinutes(1));
        world.await("ImageUpdateAutomation", "backend", object -> object.text("status", "observedSourceRevision")
                .endsWith(object.text("status", "lastPushCommit")));
        assertThat(world.file("fleet", "apps/values.yaml")).startsWith("tag: 1.0.0 #");
    }

    @Test
    void a_deleted_tag_takes_the_election_back() throws Exception {
        world.pushImage("1.1.0");
        scanned();
        policy("policy: {semver: {range: '*'}}");
        world.await("ImagePolicy", "backend", ready("resolved to 1.1.0"));
        world.deleteTag("1.1.0");
        world.clock.advance(Duration.ofMinutes(1));
        world.await("ImagePolicy", "backend", ready("resolved to 1.0.0 (previously"));
    }

    @Test
    void an_image_with_a_tag_stalls() throws Exception {
        repository("image: '" + world.image() + ":v1'");
        Obj object = world.await("ImageRepository", "backend", notReady("should not include a tag; remove ':v1'"));
        assertThat(condition(object, "Stalled").text("reason")).isEqualTo("ImageURLInvalid");
        assertThat(object.at("status", "observedGeneration").orElseThrow()).hasToString("1");
    }

    @Test
    void an_unknown_image_says_what_the_registry_said() throws Exception {
        repository("image: " + world.image().replace("backend", "none"));
        Obj object = world.await("ImageRepository", "backend", notReady("scan failed: GET http://"));
        assertThat(condition(object, "Ready").text("message"))
                .contains("/v2/acme/none/tags/list?n=1000: NAME_UNKNOWN: repository name not known to registry");
        assertThat(condition(object, "Reconciling").text("message")).isEqualTo("scanning: first scan");
        assertThat(condition(object, "Reconciling").text("reason")).isEqualTo("ProgressingWithRetry");
        assertThat(object.at("status", "observedGeneration").orElseThrow()).hasToString("-1");
    }

    @Test
    void a_missing_secret_is_named() throws Exception {
        repository("secretRef: {name: nope}, image: " + world.image());
        world.await(
                "ImageRepository",
                "backend",
                notReady("failed to configure authentication options: secrets \"nope\" not found"));
    }

    @Test
    void a_policy_that_matches_nothing_keeps_its_last_image() throws Exception {
        scanned();
        policy("policy: {semver: {range: '*'}}");
        world.await("ImagePolicy", "backend", ready("resolved to 1.0.0"));
        policy("policy: {semver: {range: '*'}}, filterTags: {pattern: '^never$'}");
        Obj object = world.await("ImagePolicy", "backend", notReady("version list argument cannot be empty"));
        assertThat(object.text("status", "latestRef", "tag")).isEqualTo("1.0.0");
        assertThat(condition(object, "Ready").text("reason")).isEqualTo("Failure");
    }

    @Test
    void a_policy_without_repository_or_tags_waits() throws Exception {
        policy("policy: {semver: {range: '*'}}");
        world.await(
                "ImagePolicy",
                "backend",
                notReady("referenced ImageRepository does not exist: ImageRepository.image.toolkit.fluxcd.io"
                        + " \"backend\" not found"));
        repository("image: " + world.image().replace("backend", "none"));
        world.await("ImagePolicy", "backend", notReady("retrying in 30s error: no tags in database"));
    }

    @Test
    void a_policy_of_a_stranger_is_denied() throws Exception {
        world.namespace("stranger", "environment: none");
        repository("accessFrom: {namespaceSelectors: [{matchLabels: {environment: production}}]}, image: "
                + world.image());
        world.apply("{apiVersion: image.toolkit.fluxcd.io/v1, kind: ImagePolicy, metadata: {name: backend, namespace:"
                + " stranger}, spec: {imageRepositoryRef: {name: backend, namespace: apps}, policy: {alphabetical:"
                + " {}}}}");
        world.await(
                "ImagePolicy",
                "stranger",
                "backend",
                notReady("failed to get the referred ImageRepository: access denied: 'apps/backend' can't be accessed"
                        + " due to ACL labels mismatch on namespace 'stranger'"));
    }

    @Test
    void an_automation_without_source_or_branch_says_so() throws Exception {
        automation("");
        world.await(
                "ImageUpdateAutomation",
                "backend",
                notReady("failed configuring source manager: referenced git repository does not exist:"
                        + " GitRepository.source.toolkit.fluxcd.io \"fleet\" not found"));
        source("fleet");
        automation("}, checkout: {ref: {branch: nope}");
        world.await(
                "ImageUpdateAutomation",
                "backend",
                notReady("failed to checkout source: unable to clone '" + world.git("fleet")
                        + "': couldn't find remote ref \"refs/heads/nope\""));
    }

    @Test
    void a_declined_push_says_who_declined() throws Exception {
        world.commit("protected", "apps/values.yaml", MARKED);
        scanned();
        policy("policy: {semver: {range: '*'}}");
        source("protected");
        automation("");
        world.await(
                "ImageUpdateAutomation",
                "backend",
                notReady("failed to update source: failed to push to remote: command error on refs/heads/main:"
                        + " pre-receive hook declined"));
    }

    @Test
    void a_removed_template_field_stalls() throws Exception {
        scanned();
        policy("policy: {semver: {range: '*'}}");
        source("fleet");
        automation(", messageTemplate: '{{ .Updated.Images }}'");
        Obj object =
                world.await("ImageUpdateAutomation", "backend", notReady("template uses removed '.Updated' field."));
        assertThat(condition(object, "Stalled").text("reason")).isEqualTo("RemovedTemplateField");
    }

    @Test
    void a_push_branch_gets_the_commit_and_main_stays() throws Exception {
        scanned();
        policy("policy: {semver: {range: '*'}}");
        world.await("ImagePolicy", "backend", ready("resolved to 1.0.0"));
        source("fleet");
        automation("}, push: {branch: updates");
        world.await("ImageUpdateAutomation", "backend", object -> !object.text("status", "lastPushCommit")
                .isEmpty());
        assertThat(world.file("fleet", "apps/values.yaml")).startsWith("tag: old #");
        assertThat(world.head("fleet", "updates").getAuthorIdent().getName()).isEqualTo("bot");
    }
}
