package dev.fluxlab.kustomize;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Which files a kustomization may load, and how it is told of those it may not. */
sealed interface Reach {

    /** The path without symbolic links. */
    default Path real(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            return absolute.toRealPath();
        } catch (IOException e) {
            throw new KustomizeException("evalsymlink failure on '" + path + "' : lstat " + firstMissing(absolute));
        }
    }

    private static String firstMissing(Path path) {
        Path here = path.getRoot();
        for (Path name : path) {
            if (!Files.isDirectory(here)) {
                return here.resolve(name) + ": not a directory";
            }
            here = here.resolve(name);
            if (!Files.exists(here)) {
                return here + ": no such file or directory";
            }
        }
        return path + ": no such file or directory";
    }

    /** The file at a path, which a folder asks for. */
    Path confirm(Path folder, Path path);

    default String unreadable(Path file) {
        return Files.isDirectory(file)
                ? "read " + file + ": is a directory"
                : "open " + file + ": no such file or directory";
    }

    /** As kustomize by default: a kustomization loads files of its own folder and below it, no others. */
    record OwnFolder() implements Reach {

        @Override
        public Path confirm(Path folder, Path path) {
            Path real = real(path);
            if (Files.isDirectory(real)) {
                throw new KustomizeException("'" + path + "' must resolve to a file");
            }
            if (!real.startsWith(folder)) {
                throw new KustomizeException("security; file '" + path + "' is not in or below '" + folder + "'");
            }
            return real;
        }
    }

    /** As Flux: any file of the artifact, none outside it. */
    record Artifact(Path root) implements Reach {

        @Override
        public Path real(Path path) {
            Path real = Reach.super.real(path);
            if (!real.startsWith(root)) {
                throw outside("abs", path);
            }
            return real;
        }

        @Override
        public Path confirm(Path folder, Path path) {
            Path lies = Files.exists(path)
                    ? Reach.super.real(path)
                    : path.toAbsolutePath().normalize();
            if (!lies.startsWith(root)) {
                throw outside("read", path);
            }
            return path;
        }

        private KustomizeException outside(String operation, Path path) {
            return new KustomizeException("fs-security-constraint " + operation + " " + path + ": path '" + path
                    + "' is not in or below '" + root + "'");
        }
    }
}
