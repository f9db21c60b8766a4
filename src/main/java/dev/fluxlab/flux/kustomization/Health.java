package dev.fluxlab.flux.kustomization;

/** How far an object has got, in the words of kstatus. */
enum Health {
    CURRENT("Current"),
    IN_PROGRESS("InProgress"),
    FAILED("Failed"),
    TERMINATING("Terminating"),
    NOT_FOUND("NotFound");

    private final String text;

    Health(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
