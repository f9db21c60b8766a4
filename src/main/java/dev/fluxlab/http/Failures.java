package dev.fluxlab.http;

/** Turns what a handler threw into a response; the only place of a server where that happens. */
@FunctionalInterface
public interface Failures {

    void answer(Exchange exchange, Exception failure) throws Exception;

    /** Answers refused requests with their own status and everything else with a bare 500. */
    static Failures plain() {
        return new PlainFailures();
    }
}
