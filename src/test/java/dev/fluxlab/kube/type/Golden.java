package dev.fluxlab.kube.type;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Exchanges recorded from a real API server; a test that finds no recording is skipped. */
record Golden(Obj exchange) {

    static Golden named(String name) {
        return all().stream()
                .filter(golden -> golden.exchange().text("name").equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no exchange is called " + name));
    }

    static List<Golden> all() {
        Path file = Path.of(System.getProperty("fluxlab.golden", "../shared/golden"), "api", "exchanges.json");
        assumeTrue(Files.exists(file), () -> "no recording at " + file.toAbsolutePath());
        try {
            return JsonText.read(Files.readAllBytes(file)).asArr().orElseThrow().items().stream()
                    .map(item -> new Golden((Obj) item))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Obj response() {
        return exchange.obj("response");
    }

    Obj requestBody() {
        return exchange.obj("request", "body");
    }

    String name() {
        return exchange.text("name");
    }

    List<Json> causes() {
        return response().items("details", "causes");
    }
}
