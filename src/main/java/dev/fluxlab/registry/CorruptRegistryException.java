package dev.fluxlab.registry;

import java.nio.file.Path;

/** A state file that does not read; it is kept as it is. */
public final class CorruptRegistryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CorruptRegistryException(Path file, Exception cause) {
        super(
                "the registry's state file " + file + " does not read (" + cause.getMessage()
                        + "); it was left as it is: repair it, or reset the world",
                cause);
    }
}
