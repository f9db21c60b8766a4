package dev.fluxlab.kustomize;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A folder that is being rendered, what led to it, and the files it may load. */
final class Folder {

    private final Path root;
    private final Reach reach;
    private final Optional<Folder> referrer;

    private Folder(Path root, Reach reach, Optional<Folder> referrer) {
        this.root = root;
        this.reach = reach;
        this.referrer = referrer;
    }

    /** The folder a build begins with; problems are told with the path as it was given. */
    static Folder start(Path folder, Reach reach) {
        return new Folder(confirmed(folder, reach), reach, Optional.empty());
    }

    Path root() {
        return root;
    }

    /** The folder at a path relative to this one. */
    Folder enter(String path) {
        if (path.isEmpty()) {
            throw new KustomizeException("new root cannot be empty");
        }
        if (Path.of(path).isAbsolute()) {
            throw new KustomizeException("new root '" + path + "' cannot be absolute");
        }
        Path entered = confirmed(root.resolve(path).normalize(), reach);
        refuseCycle(entered);
        return new Folder(entered, reach, Optional.of(this));
    }

    private static Path confirmed(Path folder, Reach reach) {
        Path real;
        try {
            real = reach.real(folder);
        } catch (KustomizeException e) {
            throw e.within("must build at directory: not a valid directory");
        }
        if (!Files.isDirectory(real)) {
            throw new KustomizeException("must build at directory: '" + folder + "': file is not directory");
        }
        return real;
    }

    private void refuseCycle(Path entered) {
        if (root.startsWith(entered)) {
            throw new KustomizeException(
                    "cycle detected: candidate root '" + entered + "' contains visited root '" + root + "'");
        }
        referrer.ifPresent(from -> from.refuseCycle(entered));
    }

    boolean has(String name) {
        return Files.isRegularFile(root.resolve(name));
    }

    /** The bytes of a file, by its path relative to this folder. */
    byte[] load(String path) {
        if (path.startsWith("http://") || path.startsWith("https://")) {
            throw new KustomizeException(
                    "'" + path + "' is remote; only files of the checkout are rendered, vendor it");
        }
        Path file = reach.confirm(root, root.resolve(path).normalize());
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new KustomizeException(reach.unreadable(file));
        }
    }
}
