package dev.fluxlab.flux.reconcile;

/** How an event is meant: traces stay in the cluster, the others are notified as well. */
public enum Severity {
    TRACE("Normal", "trace"),
    INFO("Normal", "info"),
    ERROR("Warning", "error");

    private final String type;
    private final String text;

    Severity(String type, String text) {
        this.type = type;
        this.text = text;
    }

    /** The type of the Kubernetes event. */
    public String type() {
        return type;
    }

    @Override
    public String toString() {
        return text;
    }
}
