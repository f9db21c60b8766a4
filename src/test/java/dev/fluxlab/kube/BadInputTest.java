package dev.fluxlab.kube;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.kube.auth.Caller;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever a client sends, it gets a clear Status and the server goes on. */
@ExtendWith(TestCluster.Fixture.class)
final class BadInputTest {

    private static final String MAPS = "/api/v1/namespaces/default/configmaps";
    private static final String DEFINITIONS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";

    private final TestCluster cluster;
    private final HttpClient client;

    BadInputTest(TestCluster cluster) {
        this.cluster = cluster;
        this.client =
                HttpClients.of(cluster.server(), Optional.of(cluster.server().adminIdentity()));
    }

    @AfterEach
    void the_server_is_up() {
        assertThat(cluster.client().namespaces().withName("default").get()).isNotNull();
    }

    @Test
    void json_that_breaks_off() throws Exception {
        assertThat(post(MAPS, "application/json", "{\"a\":"))
                .isEqualTo("400 the object provided is unrecognized (must be of type ConfigMap): couldn't get"
                        + " version/kind; json parse error: unexpected end of JSON input ({\"a\":)");
    }

    @Test
    void json_with_a_stray_character() throws Exception {
        assertThat(post(MAPS, "application/json", "{\"a\" 1}"))
                .contains("400", "invalid character '1' after object key");
    }

    @Test
    void yaml_that_is_none() throws Exception {
        assertThat(post(MAPS, "application/yaml", "a: [")).startsWith("400");
    }

    @Test
    void a_field_that_the_kind_does_not_know() throws Exception {
        assertThat(post(MAPS + "?fieldValidation=Strict", "application/json", map("\"dataa\":{}")))
                .isEqualTo("400 ConfigMap in version \"v1\" cannot be handled as a ConfigMap: strict decoding error:"
                        + " unknown field \"dataa\"");
    }

    @Test
    void another_kind_than_the_path_is_about() throws Exception {
        assertThat(post(MAPS, "application/json", "{\"apiVersion\":\"v1\",\"kind\":\"Secret\"}"))
                .startsWith("400 Secret in version \"v1\" cannot be handled as a ConfigMap");
    }

    @Test
    void a_body_beyond_the_limit() throws Exception {
        assertThat(post(MAPS, "application/json", map("\"data\":{\"a\":\"" + "x".repeat(3 * 1024 * 1024) + "\"}")))
                .isEqualTo("413 Request entity too large: limit is 3145728");
    }

    @Test
    void a_media_type_that_nobody_reads() throws Exception {
        assertThat(post(MAPS, "text/plain", "x")).startsWith("415 the body of the request was in an unknown format");
    }

    @Test
    void protobuf_that_is_none() throws Exception {
        assertThat(post(MAPS, "application/vnd.kubernetes.protobuf", "nonsense"))
                .startsWith("400");
    }

    @Test
    void a_definition_with_a_broken_schema() throws Exception {
        assertThat(post(DEFINITIONS, "application/json", definition("{\"type\":\"object\",\"properties\":{\"a\":{}}}")))
                .startsWith("422 CustomResourceDefinition.apiextensions.k8s.io \"bads.example.com\" is invalid:");
    }

    @Test
    void a_definition_with_a_pattern_that_cannot_compile() throws Exception {
        String schema = "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",\"pattern\":\"(\"}}}";
        assertThat(post(DEFINITIONS, "application/json", definition(schema)))
                .startsWith("422")
                .contains("pattern");
    }

    @Test
    void a_selector_that_ends_too_soon() throws Exception {
        assertThat(send("GET", MAPS + "?labelSelector=a%20in", "", ""))
                .isEqualTo("400 unable to parse requirement: found '' expected: '('");
    }

    @Test
    void a_token_that_has_expired_or_is_none() throws Exception {
        HttpClient nobody = HttpClients.of(cluster.server(), Optional.empty());
        HttpRequest request = HttpRequest.newBuilder(uri(MAPS))
                .header("Authorization", "Bearer a.b.c")
                .build();
        assertThat(nobody.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
    }

    @Test
    void a_user_without_a_role_is_told_what_it_may_not_do() throws Exception {
        Kubeconfig config = cluster.server().configFor("eve", List.of("students"));
        assertThat(config.user()).isEqualTo("eve");
        HttpRequest request = HttpRequest.newBuilder(uri("/api/v1/secrets"))
                .header("Impersonate-User", "eve")
                .header("Impersonate-Group", Caller.AUTHENTICATED)
                .build();
        assertThat(answer(client.send(request, BodyHandlers.ofString())))
                .isEqualTo(
                        "403 secrets is forbidden: User \"eve\" cannot list resource \"secrets\" in API group \"\" at"
                                + " the cluster scope");
    }

    @Test
    void a_path_that_climbs_out() throws Exception {
        assertThat(send("GET", "/api/v1/%2e%2e/%2e%2e/etc/passwd", "", "")).startsWith("4");
    }

    private String post(String path, String type, String body) throws Exception {
        return send("POST", path, type, body);
    }

    private String send(String method, String path, String type, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).header("Accept", "application/json");
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        return answer(client.send(
                request.method(method, BodyPublishers.ofString(body)).build(), BodyHandlers.ofString()));
    }

    private URI uri(String path) {
        return URI.create(cluster.server().uri() + path);
    }

    private static String answer(HttpResponse<String> response) {
        Json body = response.body().startsWith("{") ? JsonText.read(response.body()) : Json.string(response.body());
        return response.statusCode() + " " + body.text("message");
    }

    private static String map(String members) {
        return "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"bad\"}," + members + "}";
    }

    private static String definition(String schema) {
        return "{\"apiVersion\":\"apiextensions.k8s.io/v1\",\"kind\":\"CustomResourceDefinition\",\"metadata\":{\"name\":"
                + "\"bads.example.com\"},\"spec\":{\"group\":\"example.com\",\"scope\":\"Namespaced\",\"names\":{\"plural\":"
                + "\"bads\",\"kind\":\"Bad\"},\"versions\":[{\"name\":\"v1\",\"served\":true,\"storage\":true,\"schema\":{"
                + "\"openAPIV3Schema\":" + schema + "}}]}}";
    }
}
