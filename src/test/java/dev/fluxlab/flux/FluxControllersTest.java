package dev.fluxlab.flux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The controllers on the embedded API server and forge: from a commit to objects and back. */
class FluxControllersTest {

    @TempDir
    static Path folder;

    private static TestFlux flux;
    private static GitClone fleet;

    @BeforeAll
    static void start() throws IOException {
        flux = TestFlux.start(folder);
        fleet = flux.repository("fleet");
        fleet.write("apps/web/configmap.yaml", configMap("one"));
        fleet.push("Add web");
        flux.apply(source("fleet", "main"));
        flux.namespace("apps");
    }

    @AfterAll
    static void stop() {
        flux.close();
    }

    @Test
    void a_commit_becomes_an_artifact_and_the_artifact_objects() throws Exception {
        Obj source = flux.awaitReady("GitRepository", "flux-system/fleet");
        assertThat(source.text("status", "artifact", "url"))
                .startsWith(flux.controllers().address() + "/gitrepository/flux-system/fleet/");
        assertThat(flux.events("GitRepository", "fleet"))
                .contains("Normal NewArtifact stored artifact for commit 'Add web'");
        flux.apply(kustomization("web", "./apps/web", ""));
        Obj applied = flux.awaitReady("Kustomization", "flux-system/web");
        assertThat(applied.text("status", "lastAppliedRevision"))
                .isEqualTo(source.text("status", "artifact", "revision"));
        assertThat(applied.items("status", "inventory", "entries"))
                .extracting(entry -> entry.text("id"))
                .containsExactly("apps_web__ConfigMap");
        assertThat(flux.get("ConfigMap", "apps/web").text("data", "key")).isEqualTo("one");
        assertThat(flux.events("Kustomization", "web")).contains("Normal Progressing ConfigMap/apps/web created");
    }

    @Test
    void a_missing_branch_is_told_as_flux_tells_it() throws Exception {
        flux.apply(source("nope", "nope"));
        Obj ready = flux.awaitReason("GitRepository", "flux-system/nope", "GitOperationFailed");
        assertThat(ready.text("message"))
                .isEqualTo("failed to checkout and determine revision: unable to clone '" + flux.url("fleet")
                        + "': couldn't find remote ref \"refs/heads/nope\"");
        assertThat(flux.get("GitRepository", "flux-system/nope").at("status", "observedGeneration"))
                .contains(Json.number(-1));
    }

    @Test
    void time_that_moves_forward_brings_new_commits() throws Exception {
        GitClone other = flux.repository("other");
        other.write("cm.yaml", configMap("one").replace("web", "other"));
        other.push("one");
        flux.apply(source("other", "main").replace(flux.url("fleet"), flux.url("other")));
        flux.apply(kustomization("other", "./", "").replace("name: fleet", "name: other"));
        flux.awaitReady("Kustomization", "flux-system/other");
        other.write("cm.yaml", configMap("two").replace("web", "other"));
        String commit = other.push("two");
        assertThat(flux.clock().advance(Duration.ofMinutes(2))).isTrue();
        assertThat(flux.get("Kustomization", "flux-system/other").text("status", "lastAppliedRevision"))
                .isEqualTo("main@sha1:" + commit);
        assertThat(flux.get("ConfigMap", "apps/other").text("data", "key")).isEqualTo("two");
    }

    static String configMap(String value) {
        return "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n  namespace: apps\ndata:\n  key: " + value
                + "\n";
    }

    static String source(String name, String branch) {
        return """
                apiVersion: source.toolkit.fluxcd.io/v1
                kind: GitRepository
                metadata: {name: %s, namespace: flux-system}
                spec: {interval: 1m, url: '%s', ref: {branch: %s}}
                """
                .formatted(name, flux.url("fleet"), branch);
    }

    static String kustomization(String name, String path, String more) {
        return """
                apiVersion: kustomize.toolkit.fluxcd.io/v1
                kind: Kustomization
                metadata: {name: %s, namespace: flux-system}
                spec:
                  interval: 10m
                  retryInterval: 1m
                  prune: true
                  path: %s
                  sourceRef: {kind: GitRepository, name: fleet}
                %s"""
                .formatted(name, path, more);
    }

    static String kustomizationOf(String name, String kind, String source) {
        return """
                apiVersion: kustomize.toolkit.fluxcd.io/v1
                kind: Kustomization
                metadata: {name: %s, namespace: flux-system}
                spec: {interval: 10m, prune: true, path: ./, sourceRef: {kind: %s, name: %s}}
                """
                .formatted(name, kind, source);
    }
}
