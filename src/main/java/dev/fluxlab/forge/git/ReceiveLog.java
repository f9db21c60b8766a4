package dev.fluxlab.forge.git;

import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;

/** What was pushed to a repository, by whom, and what became of it: a line of JSON for each ref. */
public final class ReceiveLog {

    private final Path file;

    ReceiveLog(Path file) {
        this.file = file;
    }

    /** One line: an empty reason means that the change was accepted. */
    record Entry(Instant at, String user, RefChange change, boolean forced, String reason) {

        Obj json() {
            Obj.Builder line = Obj.builder()
                    .put("time", at.toString())
                    .put("user", user)
                    .put("ref", change.ref())
                    .put("old", change.before().name())
                    .put("new", change.after().name())
                    .put("forced", forced)
                    .put("accepted", reason.isEmpty());
            return reason.isEmpty() ? line.build() : line.put("reason", reason).build();
        }
    }

    synchronized void append(List<Entry> entries) {
        StringBuilder lines = new StringBuilder();
        entries.forEach(entry -> lines.append(JsonText.print(entry.json())).append('\n'));
        try {
            Files.writeString(
                    file, lines, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the receive log " + file, e);
        }
    }

    /** The log's lines, oldest first; one that a crash cut short is left out. */
    public synchronized List<Obj> entries() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.endsWith("}"))
                    .flatMap(line -> JsonText.read(line).asObj().stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the receive log " + file, e);
        }
    }
}
