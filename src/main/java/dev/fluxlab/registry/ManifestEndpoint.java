package dev.fluxlab.registry;

import dev.fluxlab.document.Obj;
import dev.fluxlab.http.Exchange;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Manifests, by tag and by digest. */
final class ManifestEndpoint implements Endpoint {

    private static final int MAX_SIZE = 4 << 20;
    private static final Pattern TAG = Pattern.compile("[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}");

    private final Layouts layouts;
    private final PushLog log;

    ManifestEndpoint(Layouts layouts, PushLog log) {
        this.layouts = layouts;
        this.log = log;
    }

    @Override
    public void handle(Call call) throws IOException {
        if (!Digest.isDigest(call.rest()) && !TAG.matcher(call.rest()).matches()) {
            throw new OciException(
                    OciError.MANIFEST_INVALID, "\"" + call.rest() + "\" is neither a tag nor a sha256 digest");
        }
        switch (call.method()) {
            case "GET", "HEAD" -> send(call);
            case "PUT" -> put(call);
            case "DELETE" -> delete(call);
            default -> throw call.methodUnsupported();
        }
    }

    private void send(Call call) throws IOException {
        Layout layout = layouts.get(call.repository());
        Descriptor manifest = layout.manifest(call.rest());
        if (!accepts(call.exchange(), manifest.mediaType())) {
            throw new OciException(
                    OciError.MANIFEST_UNKNOWN,
                    call.rest() + " is " + manifest.mediaType() + ", which the Accept header does not name");
        }
        call.exchange()
                .responseHeader("Docker-Content-Digest", manifest.digest().value())
                .responseHeader("ETag", "\"" + manifest.digest() + "\"")
                .respond(200, manifest.mediaType(), layout.content(manifest.digest()));
    }

    private static boolean accepts(Exchange exchange, String mediaType) {
        List<String> accepted = exchange.headers("Accept").stream()
                .flatMap(header -> Arrays.stream(header.split(",", -1)))
                .map(item -> item.split(";", 2)[0].strip())
                .toList();
        return accepted.isEmpty()
                || accepted.contains(mediaType)
                || accepted.contains("*/*")
                || accepted.contains("application/*");
    }

    private void put(Call call) throws IOException {
        byte[] content = call.exchange().body(MAX_SIZE);
        String mediaType = call.exchange()
                .header("Content-Type")
                .orElse("")
                .split(";", 2)[0]
                .strip();
        Descriptor manifest = new Descriptor(mediaType, Digest.of(content), content.length);
        Optional<String> tag = Optional.of(call.rest()).filter(reference -> !Digest.isDigest(reference));
        if (tag.isEmpty() && !manifest.digest().value().equals(call.rest())) {
            throw OciException.digestMismatch(new Digest(call.rest()), manifest.digest());
        }
        Layout layout = layouts.getOrCreate(call.repository());
        Obj document = ManifestCheck.check(content, mediaType, layout);
        Optional<Digest> before = tag.flatMap(layout.index()::find).map(Descriptor::digest);
        store(layout, manifest, content, tag);
        log.pushed(call, manifest.digest(), before);
        created(call, manifest, document);
    }

    private void store(Layout layout, Descriptor manifest, byte[] content, Optional<String> tag) throws IOException {
        boolean known = layout.blob(manifest.digest()).isPresent();
        if (!known) {
            layouts.reserve(manifest.size());
        }
        layout.putManifest(manifest, content, tag);
    }

    private static void created(Call call, Descriptor manifest, Obj document) {
        String subject = document.text("subject", "digest");
        if (!subject.isEmpty()) {
            call.exchange().responseHeader("OCI-Subject", subject);
        }
        call.exchange()
                .responseHeader("Location", "/v2/" + call.repository() + "/manifests/" + manifest.digest())
                .responseHeader("Docker-Content-Digest", manifest.digest().value())
                .respond(201);
    }

    private void delete(Call call) throws IOException {
        Layout layout = layouts.get(call.repository());
        Descriptor manifest = layout.manifest(call.rest());
        if (Digest.isDigest(call.rest())) {
            layout.deleteManifest(manifest.digest());
            layouts.release(manifest.size());
        } else {
            layout.deleteTag(call.rest());
        }
        log.deleted(call, manifest.digest());
        call.exchange().respond(202);
    }
}
