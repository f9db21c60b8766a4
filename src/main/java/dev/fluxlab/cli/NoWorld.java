package dev.fluxlab.cli;

/** No world to ask. */
final class NoWorld extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoWorld(String message) {
        super(message);
    }
}
