package dev.fluxlab.registry;

import dev.fluxlab.http.Exchange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Uploads: whole, in two steps, in chunks, or by mounting what another repository holds. */
final class UploadEndpoint implements Endpoint {

    private static final Pattern RANGE = Pattern.compile("(?:bytes[ =])?(\\d{1,18})-(\\d{1,18})(?:/.*)?");

    private final Layouts layouts;
    private final Uploads uploads;

    UploadEndpoint(Layouts layouts, Uploads uploads) {
        this.layouts = layouts;
        this.uploads = uploads;
    }

    @Override
    public void handle(Call call) throws IOException {
        if (call.method().equals("POST") && call.rest().isEmpty()) {
            begin(call);
            return;
        }
        Upload upload = uploads.get(call.repository(), call.rest());
        switch (call.method()) {
            case "GET" -> accepted(call.exchange(), upload, 204);
            case "PATCH" -> append(call.exchange(), upload);
            case "PUT" -> finish(call.exchange(), upload);
            case "DELETE" -> {
                uploads.cancel(upload);
                call.exchange().respond(204);
            }
            default -> throw call.methodUnsupported();
        }
    }

    private void begin(Call call) throws IOException {
        Exchange exchange = call.exchange();
        Optional<Digest> mount = exchange.query().get("mount").map(Digest::new);
        if (mount.isPresent() && mount(call, mount.get())) {
            created(exchange, call.repository(), mount.get());
            return;
        }
        Upload upload = uploads.begin(call.repository());
        if (exchange.query().has("digest")) {
            finish(exchange, upload);
        } else {
            accepted(exchange, upload, 202);
        }
    }

    private boolean mount(Call call, Digest digest) throws IOException {
        Optional<Path> blob = call.exchange()
                .query()
                .get("from")
                .flatMap(from -> layouts.find(new RepositoryName(from)))
                .flatMap(layout -> layout.blob(digest));
        if (blob.isEmpty()) {
            return false;
        }
        layouts.getOrCreate(call.repository()).mount(blob.get(), digest);
        return true;
    }

    private static void append(Exchange exchange, Upload upload) throws IOException {
        checkRange(exchange, upload);
        upload.append(exchange.bodyStream());
        accepted(exchange, upload, 202);
    }

    private void finish(Exchange exchange, Upload upload) throws IOException {
        Digest digest = exchange.query()
                .get("digest")
                .map(Digest::new)
                .orElseThrow(() -> new OciException(
                        OciError.DIGEST_INVALID, "the digest of the blob is missing: PUT …?digest=sha256:…"));
        checkRange(exchange, upload);
        try (InputStream body = exchange.bodyStream()) {
            uploads.finish(upload, digest, body);
        }
        created(exchange, upload.repository(), digest);
    }

    /** A chunk must begin where the last one ended. */
    private static void checkRange(Exchange exchange, Upload upload) {
        Optional<String> range = exchange.header("Content-Range");
        if (range.isEmpty()) {
            return;
        }
        Matcher matcher = RANGE.matcher(range.get());
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) != upload.size()) {
            exchange.responseHeader("Range", rangeOf(upload)).responseHeader("Location", location(upload));
            throw new OciException(
                    OciError.BLOB_UPLOAD_INVALID,
                    "the chunk " + range.get() + " does not begin at " + upload.size() + ", where the upload stands");
        }
    }

    private static void accepted(Exchange exchange, Upload upload, int status) {
        exchange.responseHeader("Location", location(upload))
                .responseHeader("Range", rangeOf(upload))
                .responseHeader("Docker-Upload-UUID", upload.id())
                .respond(status);
    }

    private static void created(Exchange exchange, RepositoryName repository, Digest digest) {
        exchange.responseHeader("Location", "/v2/" + repository + "/blobs/" + digest)
                .responseHeader("Docker-Content-Digest", digest.value())
                .respond(201);
    }

    private static String location(Upload upload) {
        return "/v2/" + upload.repository() + "/blobs/uploads/" + upload.id();
    }

    private static String rangeOf(Upload upload) {
        return "0-" + Math.max(0, upload.size() - 1);
    }
}
