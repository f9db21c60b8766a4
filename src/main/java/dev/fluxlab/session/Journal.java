package dev.fluxlab.session;

import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of one JSON object a line, only ever added to. A line is on the disk before {@link #add} returns; a last line
 * that a kill cut short was never acknowledged and is cut off when the journal is opened.
 */
public final class Journal {

    private final Path file;
    private final List<Entry> entries;

    private Journal(Path file, List<Entry> entries) {
        this.file = file;
        this.entries = entries;
    }

    /**
     * Opens the journal, or begins it.
     *
     * @throws JournalBroken when a line other than the last is no entry
     */
    public static Journal open(Path file) {
        try {
            if (!Files.exists(file)) {
                return new Journal(file, new ArrayList<>());
            }
            String text = Files.readString(file);
            int end = text.lastIndexOf('\n') + 1;
            if (end < text.length()) {
                cutAt(file, text.substring(0, end).getBytes(StandardCharsets.UTF_8).length);
            }
            return new Journal(file, read(file, text.substring(0, end)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the journal " + file, e);
        }
    }

    private static void cutAt(Path file, long length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
            channel.force(true);
        }
    }

    private static List<Entry> read(Path file, String text) {
        List<Entry> entries = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            try {
                entries.add(Entry.fromJson(JsonText.read(line)));
            } catch (DocumentException | DateTimeException e) {
                throw new JournalBroken(file, number, e);
            }
        }
        return entries;
    }

    /** Adds an entry; it is on the disk when this returns. */
    public synchronized void add(Entry entry) {
        ByteBuffer line = ByteBuffer.wrap((JsonText.print(entry.toJson()) + "\n").getBytes(StandardCharsets.UTF_8));
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot write the journal " + file + ": " + e.getMessage()
                            + ". What was just done is not recorded; make room or check the permissions, then do it again.",
                    e);
        }
        entries.add(entry);
    }

    /** All entries, oldest first. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }
}
