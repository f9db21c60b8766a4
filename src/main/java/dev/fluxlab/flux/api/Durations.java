package dev.fluxlab.flux.api;

/** The patterns that Flux's schemas put on durations. */
final class Durations {

    static final String ANY = "^([0-9]+(\\.[0-9]+)?(ms|s|m|h))+$";
    static final String BELOW_HOURS = "^([0-9]+(\\.[0-9]+)?(ms|s|m))+$";

    private Durations() {}
}
