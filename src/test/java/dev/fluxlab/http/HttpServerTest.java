package dev.fluxlab.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HttpServerTest {

    private final LinkedBlockingQueue<EventStream> streams = new LinkedBlockingQueue<>();
    private final HttpServer server = HttpServer.on("127.0.0.1", 0)
            .route("/echo", exchange -> exchange.respond(200, "application/octet-stream", exchange.body(10)))
            .route("/echo/deeper", exchange -> exchange.respond(200, "deeper"))
            .route("/broken", exchange -> {
                throw new IllegalStateException("secret detail");
            })
            .route("/silent", exchange -> {})
            .route("/watch", exchange -> streams.add(exchange.stream(200, "application/json")))
            .route("/socket", exchange -> exchange.webSocket(streams::add))
            .start();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_longest_route_wins() throws Exception {
        assertThat(get("/echo/deeper/still").body()).isEqualTo("deeper");
        assertThat(get("/echoes").statusCode()).isEqualTo(404);
    }

    @Test
    void a_body_beyond_its_bound_is_refused() throws Exception {
        assertThat(post("/echo", "0123456789").body()).isEqualTo("0123456789");
        assertThat(post("/echo", "0123456789+").statusCode()).isEqualTo(413);
    }

    @Test
    void a_failure_is_answered_without_its_detail() throws Exception {
        HttpResponse<String> answer = get("/broken");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("secret");
    }

    @Test
    void a_handler_that_forgets_to_answer_is_a_failure() throws Exception {
        assertThat(get("/silent").statusCode()).isEqualTo(500);
    }

    @Test
    void a_path_that_climbs_out_is_refused() throws Exception {
        assertThat(get("/echo/..%2f..%2fetc").statusCode()).isEqualTo(400);
    }

    @Test
    void a_stream_delivers_frames_while_it_is_open() throws Exception {
        HttpResponse<InputStream> answer =
                client.send(request("/watch").build(), HttpResponse.BodyHandlers.ofInputStream());
        BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
        EventStream stream = streams.poll(5, TimeUnit.SECONDS);
        stream.send("one\n".getBytes(StandardCharsets.UTF_8));
        assertThat(lines.readLine()).isEqualTo("one");
        stream.send("two\n".getBytes(StandardCharsets.UTF_8));
        stream.close();
        assertThat(lines.readLine()).isEqualTo("two");
        assertThat(lines.readLine()).isNull();
    }

    @Test
    void a_stream_tells_when_its_client_has_left() throws Exception {
        HttpResponse<InputStream> answer =
                client.send(request("/watch").build(), HttpResponse.BodyHandlers.ofInputStream());
        EventStream stream = streams.poll(5, TimeUnit.SECONDS);
        CountDownLatch closed = new CountDownLatch(1);
        stream.onClosed(closed::countDown);
        answer.body().close();
        for (int i = 0; i < 1_000 && stream.isOpen(); i++) {
            stream.send(new byte[100_000]);
        }
        assertThat(closed.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_web_socket_gets_each_frame_as_a_message() throws Exception {
        LinkedBlockingQueue<String> messages = new LinkedBlockingQueue<>();
        client.newWebSocketBuilder()
                .buildAsync(
                        java.net.URI.create(server.uri().toString().replace("http", "ws") + "/socket"),
                        new WebSocket.Listener() {
                            @Override
                            public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
                                messages.add(text.toString());
                                socket.request(1);
                                return java.util.concurrent.CompletableFuture.completedFuture(null);
                            }
                        })
                .join();
        streams.poll(5, TimeUnit.SECONDS).send("hello".getBytes(StandardCharsets.UTF_8));
        assertThat(messages.poll(5, TimeUnit.SECONDS)).isEqualTo("hello");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return client.send(
                request(path).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(java.net.URI.create(server.uri() + path));
    }
}
