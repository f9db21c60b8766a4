package dev.fluxlab.flux.reconcile;

import java.time.Duration;

/** When an object's next run is due, apart from what asks for one earlier. */
public sealed interface Outcome {

    /** Not before something asks for it. */
    static Outcome done() {
        return new Done();
    }

    /** After this long; earlier failures are forgotten. */
    static Outcome again(Duration delay) {
        return new Again(delay);
    }

    /** After a time that doubles with each failure in a row. */
    static Outcome retry() {
        return new Retry();
    }

    /** Nothing is due. */
    record Done() implements Outcome {}

    /** A run is due after a time. */
    record Again(Duration delay) implements Outcome {
        public Again {
            if (delay.isNegative()) {
                throw new IllegalArgumentException("a run cannot be due in the past: " + delay);
            }
        }
    }

    /** A run is due after the object's backoff. */
    record Retry() implements Outcome {}
}
