package dev.fluxlab.world.view;

/** A part of the world did not answer: nothing can be said of it, which is neither a pass nor a fail. */
public final class WorldUnreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WorldUnreachable(String part, String asked, Throwable cause) {
        super(
                part + " did not answer when asked for " + asked + ": " + cause.getMessage()
                        + ". Is the world running? \"fluxlab status\" says.",
                cause);
    }
}
