package dev.fluxlab.flux.kustomization;

/** A step did not succeed: the reason for Ready, and the message. */
final class ReconcileFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    ReconcileFailure(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    static ReconcileFailure artifact(String message) {
        return new ReconcileFailure("ArtifactFailed", message);
    }

    static ReconcileFailure build(String message) {
        return new ReconcileFailure("BuildFailed", message);
    }

    static ReconcileFailure apply(String message) {
        return new ReconcileFailure("ReconciliationFailed", message);
    }

    static ReconcileFailure prune(String message) {
        return new ReconcileFailure("PruneFailed", message);
    }

    static ReconcileFailure health(String message) {
        return new ReconcileFailure("HealthCheckFailed", message);
    }

    String reason() {
        return reason;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
