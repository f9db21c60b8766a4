package dev.fluxlab.kube.serve;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import dev.fluxlab.http.Exchange;
import dev.fluxlab.http.Handler;
import dev.fluxlab.kube.type.OpenApi;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The schemas that kubectl validates and explains with. Version 2 is an empty document: kubectl 1.27 and 1.28 must get one, in
 * protobuf, and then fall back to what they know themselves.
 */
final class OpenApiHandler implements Handler {

    private static final String V3 = "/openapi/v3";
    private static final String V2_TYPE = "application/com.github.proto-openapi.spec.v2.v1.0+protobuf";
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);
    private static final int YEAR_DAYS = 365;

    private final ServedTypes types;
    private final InstantSource clock;

    OpenApiHandler(ServedTypes types, InstantSource clock) {
        this.types = types;
        this.clock = clock;
    }

    @Override
    public void handle(Exchange exchange) {
        String path = exchange.path().replaceAll("/+$", "");
        if (path.equals("/openapi/v2")) {
            version2(exchange);
            return;
        }
        if (!path.startsWith(V3)) {
            exchange.respond(404, "404 page not found\n");
            return;
        }
        Accepted.of(exchange); // refuses clients that take protobuf only, which then try JSON
        OpenApi openApi = new OpenApi(types.catalog());
        if (path.equals(V3)) {
            tagged(exchange, openApi.index());
        } else {
            document(exchange, openApi, path.substring(V3.length() + 1));
        }
    }

    private void document(Exchange exchange, OpenApi openApi, String path) {
        Optional<OpenApi.Document> document = openApi.document(path);
        if (document.isEmpty()) {
            exchange.respond(404, "404 page not found\n");
            return;
        }
        String asked = exchange.query().get("hash", "");
        String hash = document.get().hash();
        if (!asked.isEmpty() && !asked.equals(hash)) {
            exchange.responseHeader("Location", V3 + "/" + path + "?hash=" + hash);
            exchange.respond(301);
            return;
        }
        if (!asked.isEmpty()) {
            exchange.responseHeader("Cache-Control", "public, immutable")
                    .responseHeader(
                            "Expires", HTTP_DATE.format(clock.instant().plus(java.time.Duration.ofDays(YEAR_DAYS))));
        }
        tagged(exchange, document.get().content());
    }

    private static void tagged(Exchange exchange, Json content) {
        byte[] body = JsonText.bytes(content);
        String tag = "\"" + Hashes.of(body) + "\"";
        exchange.responseHeader("Etag", tag);
        if (exchange.header("If-None-Match").filter(tag::equals).isPresent()) {
            exchange.respond(304);
            return;
        }
        Answers.bytes(exchange, 200, "application/json", body);
    }

    private static void version2(Exchange exchange) {
        boolean protobuf = exchange.header("Accept")
                .filter(accept -> accept.contains("proto-openapi.spec.v2"))
                .isPresent();
        if (protobuf) {
            exchange.respond(200, V2_TYPE, emptyVersion2());
            return;
        }
        Obj empty = Obj.builder()
                .put("swagger", "2.0")
                .put(
                        "info",
                        Obj.builder()
                                .put("title", "Kubernetes")
                                .put("version", "v1.36.2")
                                .build())
                .put("paths", Obj.EMPTY)
                .build();
        Answers.send(exchange, 200, empty, Accepted.JSON);
    }

    /** gnostic's Document: swagger = 1, info = 2 (title = 1, version = 2), paths = 8. */
    private static byte[] emptyVersion2() {
        ByteArrayOutputStream info = new ByteArrayOutputStream();
        field(info, 1, "Kubernetes".getBytes(StandardCharsets.UTF_8));
        field(info, 2, "v1.36.2".getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        field(document, 1, "2.0".getBytes(StandardCharsets.UTF_8));
        field(document, 2, info.toByteArray());
        field(document, 8, new byte[0]);
        return document.toByteArray();
    }

    private static void field(ByteArrayOutputStream out, int number, byte[] value) {
        out.write(number << 3 | 2);
        out.write(value.length);
        out.writeBytes(value);
    }
}
