package dev.fluxlab.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Num;
import dev.fluxlab.document.Obj;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RegistryClientTest {

    private static final Credentials WRITER = new Credentials("ci", "secret");
    private static final byte[] KEY = "a key of the world".getBytes(StandardCharsets.UTF_8);

    private final AccessTokens tokens = AccessTokens.keyed(KEY, InstantSource.fixed(Instant.EPOCH));

    @TempDir
    Path folder;

    private Registry registry;
    private RegistryClient client;

    @BeforeEach
    void start() {
        registry = Registry.in(folder)
                .user(RegistryUser.writer("ci", "secret"))
                .user(RegistryUser.reader("flux", "other"))
                .tokens(tokens)
                .anonymousPull()
                .start();
        client = as(WRITER);
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void a_further_tag_has_the_same_digest() {
        Digest digest = client.push("acme/backend", "staging-v1", RegistryTest.image("a"));
        assertThat(client.tag("acme/backend", "staging-v1", "production-v1")).isEqualTo(digest);
        assertThat(client.digest("acme/backend", "production-v1")).contains(digest);
        assertThat(client.tags("acme/backend")).containsExactly("production-v1", "staging-v1");
    }

    @Test
    void an_image_says_where_it_comes_from() {
        client.push("acme/backend", "v1", RegistryTest.image("a"));
        assertThat(client.labels("acme/backend", "v1")).containsEntry("app", "a");
        assertThat(client.annotations("acme/backend", "v1"))
                .containsEntry("org.opencontainers.image.revision", "a1b2c3d");
    }

    @Test
    void a_copy_of_an_index_takes_its_images_along_and_keeps_the_digest() {
        Digest image = client.push("acme/backend", "v1", RegistryTest.image("a"));
        byte[] index = JsonText.bytes(Obj.builder()
                .put("schemaVersion", Num.of(2))
                .put("mediaType", MediaType.INDEX)
                .put(
                        "manifests",
                        Arr.of(new Descriptor(
                                        MediaType.MANIFEST,
                                        image,
                                        RegistryTest.image("a").manifest().length)
                                .json()))
                .build());
        client.putManifest("acme/backend", "multi", new Manifest(MediaType.INDEX, Digest.of(index), index));
        assertThat(client.copy("acme/backend", "multi", "acme/mirror", "multi")).isEqualTo(Digest.of(index));
        assertThat(client.labels("acme/mirror", "multi")).containsEntry("app", "a");
    }

    @Test
    void a_deleted_digest_takes_every_tag_with_it_a_deleted_tag_only_itself() {
        Digest digest = client.push("acme/backend", "staging", RegistryTest.image("a"));
        client.tag("acme/backend", "staging", "production");
        client.tag("acme/backend", "staging", "spare");
        client.delete("acme/backend", "spare");
        assertThat(client.tags("acme/backend")).containsExactly("production", "staging");
        client.delete("acme/backend", digest.value());
        assertThat(client.tags("acme/backend")).isEmpty();
        assertThatThrownBy(() -> client.manifest("acme/backend", "production"))
                .hasMessageContaining("MANIFEST_UNKNOWN: manifest unknown");
    }

    @Test
    void what_refers_to_an_image_is_listed_by_type() {
        Digest image = client.push("acme/backend", "v1", RegistryTest.image("a"));
        Digest config = client.pushBlob("acme/backend", new byte[] {'{', '}'});
        byte[] proof = JsonText.bytes(Obj.builder()
                .put("schemaVersion", Num.of(2))
                .put("mediaType", MediaType.MANIFEST)
                .put("artifactType", "application/vnd.example.proof")
                .put("config", new Descriptor(MediaType.EMPTY, config, 2).json())
                .put("layers", Arr.EMPTY)
                .put("subject", new Descriptor(MediaType.MANIFEST, image, 1).json())
                .build());
        client.putManifest(
                "acme/backend", Digest.of(proof).value(), new Manifest(MediaType.MANIFEST, Digest.of(proof), proof));
        assertThat(client.referrers("acme/backend", image))
                .extracting(Descriptor::digest)
                .containsExactly(Digest.of(proof));
        assertThat(client.referrers("acme/backend", Digest.of(proof))).isEmpty();
    }

    @Test
    void who_may_only_read_does_not_push() {
        client.push("acme/backend", "v1", RegistryTest.image("a"));
        RegistryClient reader = as(new Credentials("flux", "other"));
        assertThat(reader.tags("acme/backend")).containsExactly("v1");
        assertThatThrownBy(() -> reader.tag("acme/backend", "v1", "v2")).hasMessageContaining("DENIED: flux may not");
        RegistryClient nobody = RegistryClient.of(registry.uri());
        assertThat(nobody.tags("acme/backend")).containsExactly("v1");
        assertThatThrownBy(() -> nobody.delete("acme/backend", "v1")).hasMessageContaining("UNAUTHORIZED");
        RegistryClient wrong = as(new Credentials("ci", "wrong"));
        assertThatThrownBy(() -> wrong.tags("acme/backend")).hasMessageContaining("incorrect username or password");
    }

    @Test
    void a_token_pushes_to_its_repository_until_it_expires() {
        RegistryClient job = as(new Credentials("x", token("acme/backend", 10)));
        job.push("acme/backend", "v1", RegistryTest.image("a"));
        assertThatThrownBy(() -> job.push("acme/backend-secrets", "v1", RegistryTest.image("a")))
                .hasMessageContaining("DENIED");
        RegistryClient late = as(new Credentials("x", token("acme/backend", 0)));
        assertThatThrownBy(() -> late.tags("acme/backend")).hasMessageContaining("UNAUTHORIZED");
        RegistryClient forged = as(new Credentials("x", token("acme/backend", 10) + "A"));
        assertThatThrownBy(() -> forged.tags("acme/backend")).hasMessageContaining("UNAUTHORIZED");
    }

    private String token(String repository, long expires) {
        return tokens.issue(new AccessTokens.Grant("job-1", repository, Instant.ofEpochSecond(expires)));
    }

    @Test
    void a_signature_holds_for_its_image_and_its_key_only() throws Exception {
        Digest image = client.push("acme/backend", "v1", RegistryTest.image("a"));
        Digest other = client.push("acme/backend", "v2", RegistryTest.image("b"));
        KeyPair key = KeyPairGenerator.getInstance("EC").generateKeyPair();
        KeyPair stranger = KeyPairGenerator.getInstance("EC").generateKeyPair();
        ImageSignatures signatures = new ImageSignatures(client, registry.address());
        signatures.sign("acme/backend", image, key.getPrivate());
        assertThat(signatures.isSigned("acme/backend", image, List.of(stranger.getPublic(), key.getPublic())))
                .isTrue();
        assertThat(signatures.isSigned("acme/backend", image, List.of(stranger.getPublic())))
                .isFalse();
        assertThat(signatures.isSigned("acme/backend", other, List.of(key.getPublic())))
                .isFalse();
        client.tag("acme/backend", "sha256-" + image.hex() + ".sig", "sha256-" + other.hex() + ".sig");
        assertThat(signatures.isSigned("acme/backend", other, List.of(key.getPublic())))
                .isFalse();
    }

    private RegistryClient as(Credentials credentials) {
        return RegistryClient.of(registry.uri(), Optional.of(credentials));
    }
}
