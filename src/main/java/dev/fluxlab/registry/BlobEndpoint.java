package dev.fluxlab.registry;

import dev.fluxlab.http.Exchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Blobs: read, ask for, delete. */
final class BlobEndpoint implements Endpoint {

    private final Layouts layouts;

    BlobEndpoint(Layouts layouts) {
        this.layouts = layouts;
    }

    @Override
    public void handle(Call call) throws IOException {
        Digest digest = new Digest(call.rest());
        Layout layout = layouts.get(call.repository());
        switch (call.method()) {
            case "GET", "HEAD" -> send(call.exchange(), layout, digest);
            case "DELETE" -> delete(call.exchange(), layout, digest);
            default -> throw call.methodUnsupported();
        }
    }

    private static void send(Exchange exchange, Layout layout, Digest digest) throws IOException {
        Path file = layout.blob(digest).orElseThrow(() -> OciException.blobUnknown(digest));
        exchange.responseHeader("Docker-Content-Digest", digest.value())
                .responseHeader("Content-Length", Long.toString(Files.size(file)));
        if (exchange.method().equals("HEAD")) {
            exchange.responseHeader("Content-Type", "application/octet-stream").respond(200);
            return;
        }
        exchange.respond(200, "application/octet-stream", out -> Files.copy(file, out));
    }

    private void delete(Exchange exchange, Layout layout, Digest digest) throws IOException {
        long size = Files.size(layout.blob(digest).orElseThrow(() -> OciException.blobUnknown(digest)));
        layout.deleteBlob(digest);
        layouts.release(size);
        exchange.respond(202);
    }
}
