package dev.fluxlab.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FaultsTest {

    private static final Credentials ADMIN = new Credentials("admin", "keys");

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private Registry registry;
    private RegistryClient client;

    @BeforeEach
    void start() {
        registry = Registry.in(folder).admin(ADMIN).start();
        client = RegistryClient.of(registry.uri());
        client.push("acme/backend", "a", RegistryTest.image("a"));
        client.tag("acme/backend", "a", "b");
        client.tag("acme/backend", "a", "c");
    }

    @AfterEach
    void stop() throws Exception {
        set("[]");
        registry.close();
    }

    @Test
    void only_the_admin_switches_faults() throws Exception {
        HttpResponse<String> answer = put("[{\"kind\":\"forbidden\"}]", new Credentials("admin", "guess"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(client.tags("acme/backend")).hasSize(3);
    }

    @Test
    void a_fault_that_is_none_is_refused_by_name() throws Exception {
        HttpResponse<String> answer = put("[{\"kind\":\"gremlin\"}]", ADMIN);
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).contains("unknown fault").contains("gremlin").contains("rate-limited");
    }

    @Test
    void a_fault_concerns_its_repository_and_ends_when_switched_off() throws Exception {
        set("[{\"kind\":\"unauthorized\",\"repository\":\"acme/other\"}]");
        assertThat(client.tags("acme/backend")).hasSize(3);
        set("[{\"kind\":\"unauthorized\"}]");
        assertThatThrownBy(() -> client.tags("acme/backend")).hasMessageContaining("UNAUTHORIZED");
        set("[{\"kind\":\"forbidden\",\"repository\":\"acme/backend\"}]");
        assertThatThrownBy(() -> client.tags("acme/backend")).hasMessageContaining("DENIED");
        set("[]");
        assertThat(client.tags("acme/backend")).hasSize(3);
    }

    @Test
    void a_limited_client_is_told_when_to_come_back() throws Exception {
        set("[{\"kind\":\"rate-limited\",\"number\":7}]");
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(registry.uri() + "/v2/")).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("7");
        assertThat(answer.body()).contains("TOOMANYREQUESTS").contains("slow down");
    }

    @Test
    void a_hidden_tag_is_neither_listed_nor_found() throws Exception {
        set("[{\"kind\":\"hidden-tag\",\"repository\":\"acme/backend\",\"tag\":\"b\"}]");
        assertThat(client.tags("acme/backend")).containsExactly("a", "c");
        assertThat(client.digest("acme/backend", "b")).isEmpty();
        assertThat(client.digest("acme/backend", "a")).isPresent();
    }

    @Test
    void a_list_is_truncated_or_loses_its_link() throws Exception {
        set("[{\"kind\":\"truncated-list\",\"number\":2}]");
        assertThat(client.tags("acme/backend")).containsExactly("a", "b");
        assertThat(page().headers().firstValue("Link")).isEmpty();
        set("[{\"kind\":\"dropped-link\"}]");
        assertThat(page().body()).contains("[\"a\"]");
        assertThat(page().headers().firstValue("Link")).isEmpty();
        set("[]");
        assertThat(page().headers().firstValue("Link")).isPresent();
    }

    @Test
    void a_fault_outlives_a_restart() throws Exception {
        set("[{\"kind\":\"forbidden\"}]");
        registry.close();
        registry = Registry.in(folder).admin(ADMIN).start();
        client = RegistryClient.of(registry.uri());
        assertThatThrownBy(() -> client.tags("acme/backend")).hasMessageContaining("DENIED");
    }

    @Test
    void a_registry_that_hangs_answers_once_the_fault_is_gone() throws Exception {
        set("[{\"kind\":\"hang\",\"repository\":\"acme/backend\"}]");
        CompletableFuture<HttpResponse<String>> waiting =
                http.sendAsync(pageRequest(), HttpResponse.BodyHandlers.ofString());
        assertThat(client.repositories()).contains("acme/backend");
        assertThat(waiting).isNotDone();
        set("[]");
        assertThat(waiting.get(5, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> page() throws Exception {
        return http.send(pageRequest(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest pageRequest() {
        return HttpRequest.newBuilder(URI.create(registry.uri() + "/v2/acme/backend/tags/list?n=1"))
                .build();
    }

    private void set(String faults) throws Exception {
        assertThat(put(faults, ADMIN).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> put(String faults, Credentials as) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(registry.uri() + "/admin/faults"))
                .header("Authorization", as.header())
                .PUT(BodyPublishers.ofString(faults))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
