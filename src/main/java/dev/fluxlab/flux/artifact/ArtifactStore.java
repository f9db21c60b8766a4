package dev.fluxlab.flux.artifact;

import dev.fluxlab.http.Exchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The folder in which artifacts are kept, and its HTTP side. */
public final class ArtifactStore {

    /** How many artifacts of a source are kept, and how long the older ones. */
    private static final int RECORDS = 2;

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Path root;
    private final Supplier<String> host;

    /**
     * A store below a folder.
     *
     * @param host host and port that artifact URLs begin with, known once the server is up
     */
    public ArtifactStore(Path root, Supplier<String> host) {
        this.root = root.toAbsolutePath().normalize();
        this.host = host;
    }

    /** What was written: its digest, as {@code sha256:…}, and size. */
    public record Stored(String digest, long size) {}

    /** Writes a file's bytes. */
    @FunctionalInterface
    public interface Writer {
        void writeTo(OutputStream out) throws IOException;
    }

    public String url(String path) {
        return "http://" + host.get() + "/" + path;
    }

    /** Writes a file whole or not at all. */
    public Stored write(String path, Instant now, Writer writer) throws IOException {
        Path file = file(path);
        Files.createDirectories(file.getParent());
        Path draft = Files.createTempFile(file.getParent(), ".draft-", "");
        try {
            String digest;
            try (DigestOutputStream out = new DigestOutputStream(Files.newOutputStream(draft), Sha256.start())) {
                writer.writeTo(out);
                digest = Sha256.text(out.getMessageDigest());
            }
            Files.setLastModifiedTime(draft, FileTime.from(now));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new Stored(digest, Files.size(file));
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    public boolean has(String path) {
        return Files.isRegularFile(file(path));
    }

    /** Whether the file's bytes still have the digest. */
    public boolean verifies(String path, String digest) throws IOException {
        try (InputStream in = Files.newInputStream(file(path))) {
            return Sha256.of(in).equals(digest);
        }
    }

    /** Makes the source's {@code latest.tar.gz} the file. */
    public void link(String path, String link) throws IOException {
        Path from = file(link);
        Files.deleteIfExists(from);
        Files.createSymbolicLink(from, file(path).getFileName());
    }

    /** Removes the old artifacts of the folder; the current one stays. Returns how many went. */
    public int collect(String folder, String current, Instant now) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(file(folder))) {
            all.filter(file -> !Files.isSymbolicLink(file) && !file.equals(file(current)))
                    .sorted(Comparator.comparing(ArtifactStore::written).reversed())
                    .forEach(files::add);
        }
        int removed = 0;
        for (int i = 0; i < files.size(); i++) {
            boolean expired = written(files.get(i)).plus(KEPT).isBefore(now);
            if (expired || i >= RECORDS - 1) {
                Files.delete(files.get(i));
                removed++;
            }
        }
        return removed;
    }

    private static Instant written(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }

    /** Removes one file. */
    public void remove(String path) throws IOException {
        Files.deleteIfExists(file(path));
    }

    /** Removes everything of a source. Returns how many artifacts went. */
    public int removeAll(String folder) throws IOException {
        int removed = 0;
        try (Stream<Path> all = Files.walk(file(folder))) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                removed += Files.isRegularFile(file) && !Files.isSymbolicLink(file) ? 1 : 0;
                Files.delete(file);
            }
        } catch (NoSuchFileException e) {
            return 0;
        }
        return removed;
    }

    private Path file(String path) {
        Path file = root.resolve(path).normalize();
        if (!file.startsWith(root)) {
            throw new IllegalArgumentException("artifact path '" + path + "' climbs out of the store");
        }
        return file;
    }

    /** Answers {@code GET /kind/namespace/name/file}. */
    public void serve(Exchange exchange) throws IOException {
        Path file = root.resolve(exchange.path().substring(1)).normalize();
        if (!file.startsWith(root) || !Files.isRegularFile(file)) {
            exchange.respond(404, "404 page not found\n");
            return;
        }
        exchange.respond(200, "application/gzip", out -> Files.copy(file, out));
    }
}
