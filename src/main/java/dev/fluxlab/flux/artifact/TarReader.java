package dev.fluxlab.flux.artifact;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the tars that Flux and common tools write: ustar, with GNU's and pax's long names. */
final class TarReader {

    private static final int BLOCK = 512;
    private static final int LONGEST_NAME_RECORD = 1 << 20;

    private final InputStream in;
    private Optional<String> longName = Optional.empty();

    TarReader(InputStream in) {
        this.in = in;
    }

    /** One entry; the reader stands at its content, which has to be read or skipped before the next. */
    record Entry(String name, char type, long size, boolean executable) {

        boolean isFile() {
            return type == '0' || type == '\0';
        }

        boolean isDirectory() {
            return type == '5';
        }
    }

    Optional<Entry> next() throws IOException {
        byte[] block = in.readNBytes(BLOCK);
        if (block.length == 0 || isZero(block)) {
            return Optional.empty();
        }
        if (block.length < BLOCK) {
            throw new EOFException("unexpected EOF");
        }
        Entry entry = entry(block);
        return switch (entry.type()) {
            case 'L' -> named(Optional.of(text(content(entry))));
            case 'x' -> named(paxPath(text(content(entry))));
            case 'g' -> {
                skip(entry);
                yield next();
            }
            default -> {
                longName = Optional.empty();
                yield Optional.of(entry);
            }
        };
    }

    private Optional<Entry> named(Optional<String> name) throws IOException {
        longName = name;
        return next();
    }

    private Entry entry(byte[] block) throws IOException {
        String prefix = block[257] == 'u' ? text(block, 345, 155) : "";
        String name = text(block, 0, 100);
        String path = prefix.isEmpty() ? name : prefix + "/" + name;
        boolean executable = (octal(block, 100, 8) & 0111) != 0;
        return new Entry(longName.orElse(path), (char) block[156], octal(block, 124, 12), executable);
    }

    private byte[] content(Entry entry) throws IOException {
        if (entry.size() > LONGEST_NAME_RECORD) {
            throw new IOException("archive/tar: header field too long");
        }
        byte[] content = in.readNBytes((int) entry.size());
        pad(entry);
        return content;
    }

    /** The entry's content; read it to its end before anything else. */
    InputStream content() {
        return in;
    }

    void skip(Entry entry) throws IOException {
        in.skipNBytes(entry.size());
        pad(entry);
    }

    /** Skips what fills the entry's last block. */
    void pad(Entry entry) throws IOException {
        long rest = entry.size() % BLOCK;
        if (rest > 0) {
            in.skipNBytes(BLOCK - rest);
        }
    }

    private static Optional<String> paxPath(String records) {
        return records.lines()
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .filter(record -> record.startsWith("path="))
                .map(record -> record.substring("path=".length()))
                .findFirst();
    }

    private static boolean isZero(byte[] block) {
        for (byte value : block) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] content) {
        return text(content, 0, content.length);
    }

    private static String text(byte[] block, int at, int length) {
        int end = at;
        while (end < at + length && block[end] != 0) {
            end++;
        }
        return new String(block, at, end - at, StandardCharsets.UTF_8);
    }

    private static long octal(byte[] block, int at, int length) throws IOException {
        String digits = text(block, at, length).strip();
        try {
            return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
        } catch (NumberFormatException e) {
            throw new IOException("archive/tar: invalid tar header", e);
        }
    }
}
