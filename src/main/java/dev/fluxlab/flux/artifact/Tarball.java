package dev.fluxlab.flux.artifact;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A tar.gz of files. */
public final class Tarball {

    /** By parts of the path, so that a folder's content follows the folder. */
    private static final Comparator<Member> WALK =
            Comparator.comparing(member -> member.path().replace('/', '\0'));

    private static final int BUFFER = 1 << 16;

    private Tarball() {}

    /** A file to pack. */
    public record Member(String path, boolean executable, long size, Source content) {}

    /** Writes a file's content. */
    @FunctionalInterface
    public interface Source {
        void copyTo(OutputStream out) throws IOException;
    }

    /** Writes the files, and the folders on their way, in an order that depends on their names alone. */
    public static void write(List<Member> members, OutputStream out) throws IOException {
        try (TarWriter tar = new TarWriter(new BufferedOutputStream(new GZIPOutputStream(out, BUFFER)))) {
            Set<String> folders = new HashSet<>();
            for (Member member : members.stream().sorted(WALK).toList()) {
                folders(tar, member.path(), folders);
                tar.file(member.path(), member.executable(), member.size(), open -> member.content()
                        .copyTo(open));
            }
        }
    }

    private static void folders(TarWriter tar, String path, Set<String> written) throws IOException {
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            if (written.add(path.substring(0, slash))) {
                tar.directory(path.substring(0, slash));
            }
        }
    }

    /**
     * Unpacks the files into the folder, links left out.
     *
     * @throws IOException when it is no tar.gz, climbs out of the folder or holds more bytes than the limit
     */
    public static void extract(InputStream tarGz, Path folder, long limit) throws IOException {
        try (InputStream unzipped = gunzip(tarGz)) {
            TarReader tar = new TarReader(unzipped);
            long left = limit;
            for (Optional<TarReader.Entry> next = tar.next(); next.isPresent(); next = tar.next()) {
                TarReader.Entry entry = next.get();
                left -= entry.size();
                if (left < 0) {
                    throw new IOException(
                            "tar " + entry.name() + " is bigger than max archive size of " + limit + " bytes");
                }
                extract(tar, entry, folder);
            }
        }
    }

    private static InputStream gunzip(InputStream in) throws IOException {
        try {
            return new GZIPInputStream(in);
        } catch (IOException e) {
            throw new IOException("requires gzip-compressed body: gzip: invalid header", e);
        }
    }

    private static void extract(TarReader tar, TarReader.Entry entry, Path folder) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(inside(folder, entry.name()));
        }
        if (!entry.isFile()) {
            tar.skip(entry);
            return;
        }
        Path file = inside(folder, entry.name());
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            copy(tar.content(), out, entry.size());
        }
        tar.pad(entry);
        if (entry.executable() && !file.toFile().setExecutable(true)) {
            throw new IOException("cannot make executable: " + file);
        }
    }

    private static Path inside(Path folder, String name) throws IOException {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException("tar contained invalid name error \"" + name + "\"");
        }
        return file;
    }

    private static void copy(InputStream in, OutputStream out, long size) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = size;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new IOException("unexpected EOF");
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }
}
