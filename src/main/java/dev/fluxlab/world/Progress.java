package dev.fluxlab.world;

/** Is told what is being done, when it takes longer than a moment. */
@FunctionalInterface
public interface Progress {

    void step(String what);

    /** Tells nobody. */
    static Progress silent() {
        return what -> {};
    }
}
