package dev.fluxlab.flux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.http.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events that reach a webhook, and webhooks that set off runs. */
class NotificationsTest {

    @TempDir
    static Path folder;

    private record Got(String signature, Json body) {}

    private static final List<Got> GOT = new CopyOnWriteArrayList<>();

    private static TestFlux flux;
    private static GitClone fleet;
    private static HttpServer webhook;

    @BeforeAll
    static void start() throws IOException {
        flux = TestFlux.start(folder);
        webhook = HttpServer.on("127.0.0.1", 0)
                .route("/", exchange -> {
                    GOT.add(new Got(exchange.header("X-Signature").orElse(""), JsonText.read(exchange.body(1 << 20))));
                    exchange.respond(200);
                })
                .start();
        flux.apply(
                """
                apiVersion: v1
                kind: Secret
                metadata: {name: token, namespace: flux-system}
                stringData: {token: s3cret}
                ---
                apiVersion: notification.toolkit.fluxcd.io/v1beta3
                kind: Provider
                metadata: {name: lab, namespace: flux-system}
                spec: {type: generic-hmac, address: %s/, secretRef: {name: token}}
                ---
                apiVersion: notification.toolkit.fluxcd.io/v1beta3
                kind: Provider
                metadata: {name: chat, namespace: flux-system}
                spec: {type: slack, address: %s/}
                ---
                apiVersion: notification.toolkit.fluxcd.io/v1beta3
                kind: Alert
                metadata: {name: lab, namespace: flux-system}
                spec:
                  providerRef: {name: lab}
                  eventMetadata: {cluster: test}
                  eventSources: [{kind: GitRepository, name: '*'}]
                ---
                apiVersion: notification.toolkit.fluxcd.io/v1beta3
                kind: Alert
                metadata: {name: chat, namespace: flux-system}
                spec:
                  providerRef: {name: chat}
                  eventSources: [{kind: GitRepository, name: fleet}]
                ---
                apiVersion: notification.toolkit.fluxcd.io/v1
                kind: Receiver
                metadata: {name: push, namespace: flux-system}
                spec:
                  type: generic
                  secretRef: {name: token}
                  resources: [{kind: GitRepository, name: fleet}]
                """
                        .formatted(webhook.uri(), webhook.uri()));
        fleet = flux.repository("fleet");
        fleet.write("a.yaml", "a: b\n").push("one");
        flux.apply(
                """
                apiVersion: source.toolkit.fluxcd.io/v1
                kind: GitRepository
                metadata: {name: fleet, namespace: flux-system}
                spec: {interval: 1h, url: '%s', ref: {branch: main}}
                """
                        .formatted(flux.url("fleet")));
    }

    @AfterAll
    static void stop() {
        flux.close();
        webhook.close();
    }

    @Test
    void an_alert_sends_signed_events_and_a_provider_that_is_not_spoken_to_is_told() throws Exception {
        flux.awaitReady("GitRepository", "flux-system/fleet");
        assertThat(flux.clock().awaitRest(Duration.ofSeconds(10))).isTrue();
        Got got = GOT.stream()
                .filter(each -> each.body().text("message").contains("'one'"))
                .findFirst()
                .orElseThrow();
        assertThat(got.signature()).matches("sha256=[0-9a-f]{64}");
        assertThat(got.body().text("reason")).isEqualTo("NewArtifact");
        assertThat(got.body().texts("metadata"))
                .containsEntry("cluster", "test")
                .containsKey("revision")
                .doesNotContainKey("digest");
        assertThat(flux.events("Alert", "chat")).anySatisfy(event -> assertThat(event)
                .startsWith("Warning NotificationDispatchFailed failed to dispatch notification for"
                        + " GitRepository/flux-system/fleet")
                .contains("slack"));
    }

    @Test
    void a_webhook_sets_off_a_run_and_an_unknown_path_does_not() throws Exception {
        String path = flux.awaitReady("Receiver", "flux-system/push").text("status", "webhookPath");
        assertThat(path).matches("/hook/[0-9a-f]{64}");
        flux.awaitReady("GitRepository", "flux-system/fleet");
        String commit = fleet.write("a.yaml", "a: c\n").push("two");
        assertThat(post("/hook/" + "0".repeat(64))).isEqualTo(404);
        assertThat(post(path + "?x=1")).isEqualTo(404);
        assertThat(post(path)).isEqualTo(200);
        flux.await("GitRepository", "flux-system/fleet", source -> source.text("status", "artifact", "revision")
                .endsWith(commit));
    }

    private static int post(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(flux.controllers().address() + path))
                .POST(HttpRequest.BodyPublishers.ofByteArray("{}".getBytes(StandardCharsets.UTF_8)))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
