package dev.fluxlab.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxlab.document.JsonText;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RegistryTest {

    private static final byte[] BLOB = "hello".getBytes(StandardCharsets.UTF_8);
    private static final Digest DIGEST = Digest.of(BLOB);
    private static final Digest OTHER = Digest.of(new byte[0]);

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private Registry registry;

    @BeforeEach
    void start() {
        registry = Registry.in(folder).quota(10_000).start();
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void a_blob_is_pushed_in_chunks_that_follow_each_other() throws Exception {
        String location = location(send("POST", "/v2/acme/backend/blobs/uploads/", ""));
        assertThat(patch(location, "0-1", "he").statusCode()).isEqualTo(202);
        HttpResponse<String> gap = patch(location, "4-4", "o");
        assertThat(gap.statusCode()).isEqualTo(416);
        assertThat(gap.headers().firstValue("Range")).contains("0-1");
        assertThat(patch(location, "2-4", "llo").headers().firstValue("Range")).contains("0-4");
        HttpResponse<String> done = send("PUT", location + "?digest=" + DIGEST, "");
        assertThat(done.statusCode()).isEqualTo(201);
        assertThat(send("GET", location(done), "").body()).isEqualTo("hello");
    }

    @Test
    void a_blob_whose_digest_does_not_match_is_refused_and_not_kept() throws Exception {
        HttpResponse<String> answer = upload("acme/backend", OTHER, "hello");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(code(answer)).isEqualTo("DIGEST_INVALID");
        assertThat(send("GET", "/v2/acme/backend/blobs/" + OTHER, "").statusCode())
                .isEqualTo(404);
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(file -> file.toString().contains("_uploads/")))
                    .isEmpty();
        }
    }

    @Test
    void a_truncated_upload_leaves_nothing_and_the_registry_up() throws Exception {
        String location = location(send("POST", "/v2/acme/backend/blobs/uploads/", ""));
        try (Socket socket = new Socket("127.0.0.1", registry.uri().getPort())) {
            OutputStream out = socket.getOutputStream();
            String head =
                    "PUT " + location + "?digest=" + DIGEST + " HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhe";
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .doesNotContain(" 201 ");
        }
        assertThat(send("GET", "/v2/acme/backend/blobs/" + DIGEST, "").statusCode())
                .isEqualTo(404);
        assertThat(upload("acme/backend", DIGEST, "hello").statusCode()).isEqualTo(201);
    }

    @Test
    void a_push_beyond_the_quota_is_refused_and_frees_what_it_took() throws Exception {
        HttpResponse<String> answer = upload("acme/backend", DIGEST, "x".repeat(10_001));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(code(answer)).isEqualTo("DENIED");
        assertThat(answer.body()).contains("quota exceeded").contains("10000");
        String almost = "y".repeat(9_999);
        Digest digest = Digest.of(almost.getBytes(StandardCharsets.UTF_8));
        assertThat(upload("acme/backend", digest, almost).statusCode()).isEqualTo(201);
    }

    @Test
    void a_path_that_climbs_out_is_refused() throws Exception {
        for (String path : new String[] {
            "/v2/..%2f..%2fetc/blobs/" + DIGEST, "/v2/a%2f..%2fb/tags/list", "/v2/a/manifests/..%2f..%2findex.json"
        }) {
            assertThat(send("GET", path, "").statusCode()).as(path).isEqualTo(400);
        }
        HttpResponse<String> name = send("GET", "/v2/a..b/tags/list", "");
        assertThat(code(name)).isEqualTo("NAME_INVALID");
    }

    @Test
    void a_manifest_that_names_what_was_not_pushed_is_refused() throws Exception {
        Image image = image("a");
        HttpResponse<String> answer = http.send(
                request("/v2/acme/backend/manifests/v1")
                        .header("Content-Type", MediaType.MANIFEST)
                        .PUT(BodyPublishers.ofByteArray(image.manifest()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(code(answer)).isEqualTo("MANIFEST_BLOB_UNKNOWN");
    }

    @Test
    void a_manifest_is_not_sent_to_who_does_not_accept_it() throws Exception {
        client().push("acme/backend", "v1", image("a"));
        HttpResponse<String> answer = http.send(
                request("/v2/acme/backend/manifests/v1")
                        .header("Accept", MediaType.DOCKER_MANIFEST)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(code(answer)).isEqualTo("MANIFEST_UNKNOWN");
    }

    @Test
    void tags_come_in_pages_that_link_to_the_next() throws Exception {
        client().push("acme/backend", "a", image("a"));
        client().tag("acme/backend", "a", "b");
        client().tag("acme/backend", "a", "c");
        HttpResponse<String> first = send("GET", "/v2/acme/backend/tags/list?n=2", "");
        assertThat(first.body()).contains("[\"a\",\"b\"]");
        assertThat(first.headers().firstValue("Link"))
                .contains("</v2/acme/backend/tags/list?last=b&n=2>; rel=\"next\"");
        HttpResponse<String> second = send("GET", "/v2/acme/backend/tags/list?n=2&last=b", "");
        assertThat(second.body()).contains("[\"c\"]");
        assertThat(second.headers().firstValue("Link")).isEmpty();
        assertThat(send("GET", "/v2/acme/backend/tags/list?n=x", "").statusCode())
                .isEqualTo(400);
    }

    @Test
    void an_unknown_repository_is_named_as_a_plain_registry_names_it() throws Exception {
        HttpResponse<String> answer = send("GET", "/v2/acme/none/tags/list?n=1000", "");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .isEqualTo("{\"errors\":[{\"code\":\"NAME_UNKNOWN\",\"message\":\"repository name not known to"
                        + " registry\",\"detail\":{\"name\":\"acme/none\"}}]}");
    }

    @Test
    void what_was_acknowledged_is_there_after_a_restart() throws Exception {
        Digest digest = client().push("acme/backend", "v1", image("a"));
        registry.close();
        Files.writeString(folder.resolve("acme+backend/index.json.new"), "{\"half");
        registry = Registry.in(folder).start();
        assertThat(client().digest("acme/backend", "v1")).contains(digest);
        assertThat(client().repositories()).containsExactly("acme/backend");
    }

    @Test
    void a_state_file_that_does_not_read_is_named_and_kept() throws Exception {
        client().push("acme/backend", "v1", image("a"));
        registry.close();
        Path index = folder.resolve("acme+backend/index.json");
        Files.writeString(index, "{\"half");
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> Registry.in(folder).start())
                .isInstanceOf(CorruptRegistryException.class)
                .hasMessageContaining(index.toString())
                .hasMessageContaining("reset");
        assertThat(index).hasContent("{\"half");
    }

    @Test
    void the_blob_of_another_repository_is_mounted() throws Exception {
        upload("acme/backend", DIGEST, "hello");
        String mount = "/v2/acme/frontend/blobs/uploads/?mount=" + DIGEST + "&from=acme/";
        assertThat(send("POST", mount + "backend", "").statusCode()).isEqualTo(201);
        assertThat(send("POST", mount + "nothing", "").statusCode()).isEqualTo(202);
        assertThat(send("HEAD", "/v2/acme/frontend/blobs/" + DIGEST, "")
                        .headers()
                        .firstValue("Content-Length"))
                .contains("5");
    }

    private RegistryClient client() {
        return RegistryClient.of(registry.uri(), Optional.empty());
    }

    static Image image(String content) {
        return Image.builder(Instant.EPOCH)
                .label("app", content)
                .origin("http://forge/acme/backend", "a1b2c3d", "0.0.1")
                .layer(Map.of("app", content.getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    private HttpResponse<String> upload(String repository, Digest digest, String content) throws Exception {
        return send("POST", "/v2/" + repository + "/blobs/uploads/?digest=" + digest, content);
    }

    private HttpResponse<String> patch(String location, String range, String chunk) throws Exception {
        return http.send(
                request(location)
                        .header("Content-Range", range)
                        .method("PATCH", BodyPublishers.ofString(chunk))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return http.send(
                request(path).method(method, BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(registry.uri() + path));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String code(HttpResponse<String> answer) {
        return JsonText.read(answer.body()).items("errors").get(0).text("code");
    }
}
