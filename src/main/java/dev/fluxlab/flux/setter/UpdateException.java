package dev.fluxlab.flux.setter;

import java.nio.file.Path;

/** The files could not be updated, none of them: with the reason the automation shows. */
public final class UpdateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private UpdateException(String message) {
        super(message, null, false, false);
    }

    static UpdateException missing(Path path) {
        return new UpdateException("walking path for files: lstat " + path + ": no such file or directory");
    }

    static UpdateException unreadable(Path path, String problem) {
        return new UpdateException("reading YAML file: open " + path + ": " + problem);
    }

    static UpdateException outside(Path folder, String path) {
        return new UpdateException("resource must be written under package " + folder + ": " + path);
    }

    static UpdateException mismatchedPath() {
        return new UpdateException("resource input to function has mismatched legacy and internal path annotations");
    }
}
