package dev.fluxlab.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;

/** Where a world keeps its state: {@code .fluxlab} in the folder a learner started in, readable by its owner only. */
public record WorldFolder(Path root) {

    private static final String NAME = ".fluxlab";

    /** The state of the world of a folder. */
    public static WorldFolder of(Path home) {
        return new WorldFolder(home.toAbsolutePath().normalize().resolve(NAME));
    }

    /** The folder a learner works in, which holds the clones. */
    public Path home() {
        Path home = root.getParent();
        if (home == null) {
            throw new IllegalStateException("a world's state lies in a folder, found " + root);
        }
        return home;
    }

    public Path worldFile() {
        return root.resolve("world.json");
    }

    public Path cluster() {
        return root.resolve("cluster.mv");
    }

    public Path forge() {
        return root.resolve("forge");
    }

    public Path registry() {
        return root.resolve("registry");
    }

    public Path pki() {
        return root.resolve("pki");
    }

    public Path kubeconfig() {
        return root.resolve("kubeconfig");
    }

    public Path artifacts() {
        return root.resolve("artifacts");
    }

    public Path journal() {
        return root.resolve("journal.jsonl");
    }

    public Path history() {
        return root.resolve("history");
    }

    public Path checkpoints() {
        return root.resolve("checkpoints");
    }

    Path secrets() {
        return root.resolve("secrets.json");
    }

    Path lock() {
        return root.resolve("lock");
    }

    Path cache() {
        return root.resolve("cache");
    }

    public boolean exists() {
        return Files.exists(secrets());
    }

    /** Whether some process serves the world now. */
    public boolean isServed() {
        return WorldLock.isHeld(this);
    }

    /**
     * Throws the world away, whatever state it is in; the clones beside it stay.
     *
     * @throws WorldHeld while a process serves it
     */
    public void reset() {
        if (Files.exists(root)) {
            try (WorldLock lock = WorldLock.take(this, InstantSource.system().instant())) {
                delete();
            }
        }
    }

    /** Makes the folder, for its owner only. */
    void create() {
        try {
            Files.createDirectories(root);
            if (root.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot make " + root + ": " + e.getMessage()
                            + ". Start in a folder you may write to, or use --home.",
                    e);
        }
    }

    /** Deletes the state and all it holds; the clones beside it stay. */
    void delete() {
        try {
            Files.walkFileTree(root, new Deletion());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + root + ": " + e.getMessage(), e);
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @org.jspecify.annotations.Nullable IOException failure)
                throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
