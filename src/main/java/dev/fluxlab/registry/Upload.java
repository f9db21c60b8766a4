package dev.fluxlab.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

/** One blob on its way in, in a file of its own. */
final class Upload {

    private static final int PIECE = 1 << 16;

    private final String id;
    private final RepositoryName repository;
    private final Path file;
    private final Layouts layouts;
    private long size;

    private Upload(String id, RepositoryName repository, Path file, Layouts layouts) {
        this.id = id;
        this.repository = repository;
        this.file = file;
        this.layouts = layouts;
    }

    static Upload begin(String id, RepositoryName repository, Path file, Layouts layouts) throws IOException {
        Files.createFile(file);
        return new Upload(id, repository, file, layouts);
    }

    String id() {
        return id;
    }

    RepositoryName repository() {
        return repository;
    }

    synchronized long size() {
        return size;
    }

    /** Adds a chunk; one that breaks off leaves the upload as it was. */
    synchronized void append(InputStream chunk) throws IOException {
        long before = size;
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
            byte[] piece = new byte[PIECE];
            for (int read = chunk.read(piece); read >= 0; read = chunk.read(piece)) {
                layouts.reserve(read);
                size += read;
                out.write(piece, 0, read);
            }
        } catch (IOException | RuntimeException e) {
            truncate(before);
            throw e;
        }
    }

    private void truncate(long length) throws IOException {
        layouts.release(size - length);
        size = length;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
        }
    }

    synchronized void finish(Digest digest) throws IOException {
        Digest found = digestOf(file);
        if (!found.equals(digest)) {
            throw OciException.digestMismatch(digest, found);
        }
        DurableFile.force(file);
        Layout layout = layouts.getOrCreate(repository);
        if (layout.blob(digest).isPresent()) {
            layouts.release(size);
        }
        layout.adopt(file, digest);
    }

    synchronized void discard() throws IOException {
        layouts.release(size);
        size = 0;
        Files.deleteIfExists(file);
    }

    private static Digest digestOf(Path file) throws IOException {
        MessageDigest sha256 = Digest.sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] piece = new byte[PIECE];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                sha256.update(piece, 0, read);
            }
        }
        return Digest.ofHash(sha256.digest());
    }
}
