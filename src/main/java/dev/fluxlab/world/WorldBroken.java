package dev.fluxlab.world;

import java.nio.file.Path;

/** A file of a world's state cannot be read; it is kept as it is. */
public final class WorldBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WorldBroken(Path file, Throwable cause) {
        super(
                "the world's state cannot be read: " + file + " (" + cause.getMessage()
                        + "). The file is kept. \"fluxlab reset\" begins a new world; a copy of the file helps to find out what"
                        + " happened.",
                cause);
    }
}
