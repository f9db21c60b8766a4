package dev.fluxlab.flux.reconcile;

/** Where happenings are told. */
@FunctionalInterface
public interface Recorder {

    void record(Happening happening);

    /** Tells the other recorder as well. */
    default Recorder and(Recorder other) {
        return happening -> {
            record(happening);
            other.record(happening);
        };
    }
}
