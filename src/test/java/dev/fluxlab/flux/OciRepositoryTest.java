package dev.fluxlab.flux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxlab.document.Obj;
import dev.fluxlab.registry.Image;
import dev.fluxlab.registry.ImageSignatures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OCI artifacts, from the registry to applied objects. */
class OciRepositoryTest {

    @TempDir
    static Path folder;

    private static TestFlux flux;
    private static Image artifact;

    @BeforeAll
    static void start() throws IOException {
        flux = TestFlux.start(folder);
        flux.namespace("apps");
        artifact = Image.builder(Instant.EPOCH)
                .annotation("org.opencontainers.image.source", "http://git/fleet.git")
                .annotation("org.opencontainers.image.revision", "main@sha1:1")
                .layer(Map.of("cm.yaml", FluxControllersTest.configMap("oci").getBytes(StandardCharsets.UTF_8)))
                .build();
        flux.images().push("acme/manifests", "1.0.0", artifact);
        flux.images().push("acme/manifests", "0.9.0", artifact);
    }

    @AfterAll
    static void stop() {
        flux.close();
    }

    @Test
    void the_highest_tag_of_a_range_is_fetched_and_applied() throws Exception {
        flux.apply(source("good", "ref: {semver: 1.x}"));
        Obj source = flux.awaitReady("OCIRepository", "flux-system/good");
        String revision = "1.0.0@" + artifact.digest().value();
        assertThat(flux.condition("OCIRepository", "flux-system/good", "Ready").text("message"))
                .isEqualTo("stored artifact for digest '" + revision + "'");
        assertThat(source.text("status", "url"))
                .isEqualTo(flux.controllers().address() + "/ocirepository/flux-system/good/latest.tar.gz");
        assertThat(flux.events("OCIRepository", "good"))
                .contains("Normal NewArtifact stored artifact with revision '" + revision + "' from 'oci://"
                        + flux.registry().address() + "/acme/manifests', origin source 'http://git/fleet.git', origin"
                        + " revision 'main@sha1:1'");
        flux.apply(FluxControllersTest.kustomizationOf("oci", "OCIRepository", "good"));
        assertThat(flux.awaitReady("Kustomization", "flux-system/oci").text("status", "lastAppliedOriginRevision"))
                .isEqualTo("main@sha1:1");
        assertThat(flux.get("ConfigMap", "apps/web").text("data", "key")).isEqualTo("oci");
    }

    @Test
    void a_missing_tag_is_told_in_the_registrys_words() throws Exception {
        flux.apply(source("missing", "ref: {tag: nope}"));
        assertThat(flux.awaitReason("OCIRepository", "flux-system/missing", "OCIArtifactPullFailed")
                        .text("message"))
                .startsWith("failed to determine artifact digest: GET http://"
                        + flux.registry().address() + "/v2/acme/manifests/manifests/nope: MANIFEST_UNKNOWN:");
    }

    @Test
    void a_tag_in_the_url_stalls() throws Exception {
        flux.apply(source("tagged", "ref: {tag: nope}").replace("acme/manifests", "acme/manifests:v1"));
        assertThat(flux.awaitReason("OCIRepository", "flux-system/tagged", "URLInvalid")
                        .text("message"))
                .endsWith("URL must not contain a tag; remove ':v1'");
    }

    @Test
    void only_a_signature_by_the_right_key_verifies() throws Exception {
        KeyPair signer = keys();
        flux.images().push("acme/signed", "1", artifact);
        new ImageSignatures(flux.images(), flux.registry().address())
                .sign("acme/signed", artifact.digest(), signer.getPrivate());
        flux.apply(key("right", signer));
        flux.apply(key("wrong", keys()));
        flux.apply(source("trusted", "ref: {tag: '1'}\n  verify: {provider: cosign, secretRef: {name: right}}")
                .replace("acme/manifests", "acme/signed"));
        flux.apply(source("distrusted", "ref: {tag: '1'}\n  verify: {provider: cosign, secretRef: {name: wrong}}")
                .replace("acme/manifests", "acme/signed"));
        flux.awaitReady("OCIRepository", "flux-system/trusted");
        assertThat(flux.condition("OCIRepository", "flux-system/trusted", "SourceVerified")
                        .text("message"))
                .isEqualTo(
                        "verified signature of revision 1@" + artifact.digest().value());
        assertThat(flux.awaitReason("OCIRepository", "flux-system/distrusted", "VerificationError")
                        .text("message"))
                .isEqualTo("failed to verify the signature using provider 'cosign': no matching signatures were found"
                        + " for '" + flux.registry().address() + "/acme/signed@"
                        + artifact.digest().value() + "'");
    }

    private static KeyPair keys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static String key(String name, KeyPair pair) {
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()) + "\n-----END PUBLIC KEY-----\n";
        return "apiVersion: v1\nkind: Secret\nmetadata: {name: " + name
                + ", namespace: flux-system}\ndata: {cosign.pub: "
                + Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII)) + "}\n";
    }

    private static String source(String name, String more) {
        return """
                apiVersion: source.toolkit.fluxcd.io/v1
                kind: OCIRepository
                metadata: {name: %s, namespace: flux-system}
                spec:
                  interval: 1m
                  insecure: true
                  url: oci://%s/acme/manifests
                  %s
                """
                .formatted(name, flux.registry().address(), more);
    }
}
