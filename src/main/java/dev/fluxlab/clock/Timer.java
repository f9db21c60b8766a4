package dev.fluxlab.clock;

/** Something that will run when the world's time has come; it can be called off until then. */
@FunctionalInterface
public interface Timer {

    void cancel();
}
