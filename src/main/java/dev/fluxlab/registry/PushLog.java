package dev.fluxlab.registry;

import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Optional;

/** Who pushed and deleted what, and when: a line of JSON each. */
final class PushLog {

    private final Path file;
    private final InstantSource time;

    PushLog(Path file, InstantSource time) {
        this.file = file;
        this.time = time;
    }

    void pushed(Endpoint.Call call, Digest digest, Optional<Digest> before) throws IOException {
        Obj.Builder line = line("push", call).put("digest", digest.value());
        before.ifPresent(old -> line.put("before", old.value()));
        append(line.build());
    }

    void deleted(Endpoint.Call call, Digest digest) throws IOException {
        append(line("delete", call).put("digest", digest.value()).build());
    }

    private Obj.Builder line(String action, Endpoint.Call call) {
        return Obj.builder()
                .put("time", time.instant().toString())
                .put("user", call.user())
                .put("action", action)
                .put("repository", call.repository().value())
                .put("reference", call.rest());
    }

    private synchronized void append(Obj line) throws IOException {
        Files.writeString(
                file,
                JsonText.print(line) + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    synchronized byte[] content() throws IOException {
        return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    }
}
