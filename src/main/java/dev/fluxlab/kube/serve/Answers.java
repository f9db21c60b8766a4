package dev.fluxlab.kube.serve;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.YamlText;
import dev.fluxlab.http.Exchange;
import dev.fluxlab.kube.type.ResourceType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Sends objects in the form that the client asked for. */
final class Answers {

    private static final int WORTH_ZIPPING = 128 * 1024;

    private final InstantSource clock;

    Answers(InstantSource clock) {
        this.clock = clock;
    }

    /** One object, as a table of one row when the client prefers it. */
    void object(Call call, int status, Obj object) {
        Accepted accepted = Accepted.of(call.exchange());
        Json form =
                switch (accepted.form()) {
                    case TABLE -> tables(call.type(), call.query("includeObject"), accepted)
                            .one(object);
                    case PARTIAL -> Partial.object(object, accepted.transformVersion());
                    default -> object;
                };
        send(call.exchange(), status, form, accepted);
    }

    /** A page of objects. */
    void list(Call call, Page page) {
        Accepted accepted = Accepted.of(call.exchange());
        Json form =
                switch (accepted.form()) {
                    case TABLE -> tables(call.type(), call.query("includeObject"), accepted)
                            .page(page);
                    case PARTIAL -> Partial.list(page, accepted.transformVersion());
                    default -> page.list(call.type());
                };
        send(call.exchange(), 200, form, accepted);
    }

    Tables tables(ResourceType type, String include, Accepted accepted) {
        return new Tables(type, clock, include, accepted.transformVersion());
    }

    /** Anything that is neither table nor partial. */
    static void json(Exchange exchange, int status, Json value) {
        send(exchange, status, value, Accepted.of(exchange));
    }

    static void send(Exchange exchange, int status, Json value, Accepted accepted) {
        if (accepted.yaml()) {
            bytes(exchange, status, "application/yaml", YamlText.print(value).getBytes(StandardCharsets.UTF_8));
            return;
        }
        String text = isPretty(exchange) ? JsonText.pretty(value) : JsonText.print(value) + "\n";
        bytes(exchange, status, "application/json", text.getBytes(StandardCharsets.UTF_8));
    }

    static void bytes(Exchange exchange, int status, String type, byte[] body) {
        boolean zips = body.length > WORTH_ZIPPING
                && exchange.header("Accept-Encoding")
                        .filter(value -> value.contains("gzip"))
                        .isPresent();
        if (!zips) {
            exchange.respond(status, type, body);
            return;
        }
        exchange.responseHeader("Content-Encoding", "gzip").responseHeader("Vary", "Accept-Encoding");
        exchange.respond(status, type, zipped(body));
    }

    private static byte[] zipped(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 4);
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return out.toByteArray();
    }

    /** People with a browser or curl get line breaks, as from the real server. */
    private static boolean isPretty(Exchange exchange) {
        String asked = exchange.query().get("pretty", "");
        if (!asked.isEmpty()) {
            return !asked.equals("false") && !asked.equals("0");
        }
        String agent = exchange.header("User-Agent").orElse("");
        return List.of("curl", "Wget", "Mozilla/5.0").stream().anyMatch(agent::startsWith);
    }
}
