package dev.fluxlab.kube;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Plays recorded requests against a server, with the values that earlier answers gave. */
final class Replay {

    /** What an answer is asked for by later requests: the variable and where its value is. */
    private static final Map<String, Map<String, List<String>>> SAVED = Map.of(
            "create/configmap", Map.of("rv", List.of("metadata", "resourceVersion")),
            "create/deployment", Map.of("drv", List.of("metadata", "resourceVersion")),
            "list/page-1", Map.of("cont", List.of("metadata", "continue")),
            "watch/list", Map.of("wrv", List.of("metadata", "resourceVersion")));

    /** The headers that the recording leaves out. */
    private static final Map<String, List<String>> HEADERS = Map.of(
            "auth/bad-token", List.of("Authorization", "Bearer nope"),
            "auth/impersonate", List.of("Impersonate-User", "eve"));

    private final URI server;
    private final HttpClient known;
    private final HttpClient anonymous;
    private final Map<String, String> values = new HashMap<>();

    Replay(URI server, HttpClient known, HttpClient anonymous) {
        this.server = server;
        this.known = known;
        this.anonymous = anonymous;
    }

    /** What came back; the events of a watch go on coming. */
    record Answer(int status, Optional<String> warning, Json body, List<Json> events) {}

    Answer play(String name, Json request) throws IOException, InterruptedException {
        boolean nobody = request.at("anonymous").flatMap(Json::asBoolean).orElse(false);
        HttpClient client = nobody ? anonymous : known;
        if (request.at("watch").isPresent()) {
            return watch(client, request);
        }
        HttpResponse<String> response = client.send(build(name, request), BodyHandlers.ofString());
        Json body = parsed(response.body());
        SAVED.getOrDefault(name, Map.of())
                .forEach((variable, path) -> values.put(variable, body.text(path.toArray(new String[0]))));
        return new Answer(response.statusCode(), response.headers().firstValue("Warning"), body, List.of());
    }

    private Answer watch(HttpClient client, Json request) throws IOException, InterruptedException {
        List<Json> events = new CopyOnWriteArrayList<>();
        HttpResponse<Stream<String>> response = client.send(build("", request), BodyHandlers.ofLines());
        Thread reader = new Thread(() -> {
            try (Stream<String> lines = response.body()) {
                lines.map(JsonText::read).forEach(events::add);
            } catch (RuntimeException e) {
                return; // the server was closed: no more events
            }
        });
        reader.setDaemon(true);
        reader.start();
        return new Answer(response.statusCode(), Optional.empty(), Obj.EMPTY, events);
    }

    private HttpRequest build(String name, Json request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(
                        URI.create(server + filled(request.text("path")).replace(" ", "%20")))
                .header("Accept", request.text("accept"))
                .header("User-Agent", "recorder/1.0");
        Optional<String> body = request.at("raw")
                .flatMap(Json::asText)
                .or(() -> request.at("body").filter(value -> !value.isNull()).map(JsonText::print));
        if (body.isPresent()) {
            String type = request.text("contentType");
            builder.header("Content-Type", type.isEmpty() ? "application/json" : type);
        }
        List<String> header = HEADERS.getOrDefault(name, List.of());
        if (!header.isEmpty()) {
            builder.header(header.get(0), header.get(1));
        }
        return builder.method(
                        request.text("method"),
                        body.map(text -> BodyPublishers.ofByteArray(filled(text).getBytes(StandardCharsets.UTF_8)))
                                .orElseGet(BodyPublishers::noBody))
                .build();
    }

    private String filled(String text) {
        String here = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            here = here.replace("{{" + value.getKey() + "}}", value.getValue());
        }
        return here;
    }

    private static Json parsed(String text) {
        return text.startsWith("{") ? JsonText.read(text) : Json.string(text);
    }
}
