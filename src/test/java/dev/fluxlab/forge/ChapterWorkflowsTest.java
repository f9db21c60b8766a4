package dev.fluxlab.forge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxlab.document.Json;
import dev.fluxlab.registry.AccessTokens;
import dev.fluxlab.registry.Credentials;
import dev.fluxlab.registry.Registry;
import dev.fluxlab.registry.RegistryClient;
import dev.fluxlab.registry.RegistryUser;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workflow files of the chapter's services, run as they are. */
final class ChapterWorkflowsTest {

    private static final String STAGING = "staging-v0\\.0\\.1-[a-f0-9]{7}-[0-9]{10}";

    @TempDir
    Path folder;

    private Registry registry;
    private RegistryClient images;
    private Workshop workshop;

    @BeforeEach
    void start() throws Exception {
        AccessTokens tokens = AccessTokens.keyed(new byte[] {1}, InstantSource.system());
        registry = Registry.in(folder.resolve("registry"))
                .user(RegistryUser.reader("flux", "pull"))
                .tokens(tokens)
                .start();
        images = RegistryClient.of(registry.uri(), Optional.of(new Credentials("flux", "pull")));
        workshop = Workshop.open(folder, builder -> builder.tokens(tokens).variable("REGISTRY", registry.address()));
        workshop.seed("acme/backend", Path.of("labs/04-version-promotion/world/backend"));
    }

    @AfterEach
    void stop() {
        workshop.close();
        registry.close();
    }

    @Test
    void a_push_to_develop_builds_one_image_with_three_names() throws Exception {
        workshop.push("develop");
        Json run = workshop.ended("Build develop");
        assertThat(run.text("conclusion")).as(workshop.log(run)).isEqualTo("success");
        List<String> tags = images.tags("acme/backend");
        assertThat(tags).hasSize(3).contains("develop", workshop.head().substring(0, 7));
        assertThat(tags).anyMatch(tag -> tag.matches("develop-v0\\.0\\.1-[a-f0-9]{7}-[0-9]{10}"));
        assertThat(tags).allSatisfy(tag -> assertThat(images.digest("acme/backend", tag))
                .isEqualTo(images.digest("acme/backend", "develop")));
        assertThat(images.annotations("acme/backend", "develop"))
                .containsEntry("org.opencontainers.image.revision", workshop.head())
                .containsEntry("org.opencontainers.image.source", workshop.uri() + "/acme/backend");
        assertThat(images.labels("acme/backend", "develop")).containsEntry("org.opencontainers.image.version", "0.0.1");
    }

    @Test
    void building_a_commit_again_gives_another_digest() throws Exception {
        workshop.push("develop");
        workshop.ended("Build develop");
        var first = images.digest("acme/backend", "develop");
        workshop.push("main");
        workshop.ended("Build main");
        assertThat(images.digest("acme/backend", "staging")).isNotEqualTo(first);
        assertThat(staging()).matches(STAGING);
    }

    @Test
    void the_newest_staging_tag_is_promoted_without_a_rebuild() throws Exception {
        buildBoth();
        workshop.dispatch("promote-production.yml", "main", Map.of());
        Json run = workshop.ended("Promote to production");
        assertThat(run.text("conclusion")).as(workshop.log(run)).isEqualTo("success");
        assertThat(images.digest("acme/backend", "production")).isEqualTo(images.digest("acme/backend", staging()));
        Json release = workshop.get("/releases/latest");
        assertThat(release.text("tag_name")).matches("production-v0\\.0\\.1-[a-f0-9]{7}-[0-9]{10}");
        assertThat(release.text("target_commitish")).isEqualTo(workshop.head());
        assertThat(release.text("body"))
                .contains("- source: " + staging())
                .contains("- digest: "
                        + images.digest("acme/backend", "production").orElseThrow())
                .contains("- commit: " + workshop.head())
                .contains("first");
        assertThat(workshop.git("ls-remote", "origin", "refs/tags/" + release.text("tag_name")))
                .startsWith(workshop.head());
        assertThat(workshop.show("develop", "VERSION")).isEqualTo("0.0.2\n");
        assertThat(workshop.runs("Build develop")).hasSize(1); // what a job pushes starts nothing
    }

    @Test
    void an_explicit_tag_is_promoted_and_only_once() throws Exception {
        buildBoth();
        assertThat(promote(staging()).text("conclusion")).isEqualTo("success");
        Json second = promote(staging());
        assertThat(second.text("conclusion")).isEqualTo("failure");
        assertThat(workshop.log(second)).contains(staging() + " has been promoted already, as production-v0.0.1-");
        assertThat(workshop.get("/releases").asArr().orElseThrow().items()).hasSize(1);
    }

    @Test
    void a_tag_that_is_missing_or_no_staging_tag_is_not_promoted() throws Exception {
        buildBoth();
        promote(staging());
        String production = images.tags("acme/backend").stream()
                .filter(tag -> tag.startsWith("production-"))
                .findFirst()
                .orElseThrow();
        assertThat(failure(production)).contains(production + " is a production tag. Promote a staging tag");
        assertThat(failure("production")).contains("production is a production tag");
        assertThat(failure("staging-v0.0.9-abcdef0-1700000000"))
                .contains("staging-v0.0.9-abcdef0-1700000000 is not in the registry");
        assertThat(failure("develop")).contains("develop is no staging tag");
        assertThat(failure("staging; touch hacked")).contains("is no staging tag");
        assertThat(images.tags("acme/backend").stream().filter(tag -> tag.startsWith("production")))
                .hasSize(2);
    }

    @Test
    void an_image_that_was_built_from_another_commit_is_not_promoted() throws Exception {
        buildBoth();
        RegistryClient attacker =
                RegistryClient.of(registry.uri(), Optional.of(new Credentials("x", workshop.token("acme/backend"))));
        String forged = "staging-v0.0.1-" + workshop.head().substring(0, 7) + "-9999999999";
        dev.fluxlab.registry.Image image = dev.fluxlab.registry.Image.builder(java.time.Instant.EPOCH)
                .origin("elsewhere", "0".repeat(40), "0.0.1")
                .build();
        attacker.push("acme/backend", forged, image);
        assertThat(failure("latest")).contains("the image says it was built from another");
        assertThat(images.digest("acme/backend", "production")).isEmpty();
    }

    @Test
    void the_frontend_goes_the_same_way() throws Exception {
        workshop.seed("acme/frontend", Path.of("labs/04-version-promotion/world/frontend"));
        buildBoth();
        workshop.dispatch("promote-production.yml", "main", Map.of("source_tag", "latest"));
        assertThat(workshop.ended("Promote to production").text("conclusion")).isEqualTo("success");
        assertThat(images.digest("acme/frontend", "production")).isEqualTo(images.digest("acme/frontend", "staging"));
    }

    private void buildBoth() throws Exception {
        workshop.push("develop");
        workshop.ended("Build develop");
        workshop.push("main");
        workshop.ended("Build main");
    }

    private String staging() {
        return images.tags("acme/backend").stream()
                .filter(tag -> tag.matches(STAGING))
                .findFirst()
                .orElseThrow();
    }

    private String failure(String tag) throws Exception {
        Json run = promote(tag);
        assertThat(run.text("conclusion")).isEqualTo("failure");
        return workshop.log(run);
    }

    private Json promote(String tag) throws Exception {
        workshop.dispatch("promote-production.yml", "main", Map.of("source_tag", tag));
        return workshop.ended("Promote to production");
    }
}
