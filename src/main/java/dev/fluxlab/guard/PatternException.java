package dev.fluxlab.guard;

/** A pattern that cannot be judged, with the sign at which it went wrong. */
public final class PatternException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PatternException(String message) {
        super(message);
    }
}
