package dev.fluxlab.session;

import java.nio.file.Path;

/** A journal with a line that is none; the file is left as it is. */
public final class JournalBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JournalBroken(Path file, int line, RuntimeException cause) {
        super(
                "the journal " + file + " is broken at line " + line + ": " + cause.getMessage()
                        + ". Take that line out, or move the file away to begin a new one; the world itself is not touched.",
                cause);
    }
}
