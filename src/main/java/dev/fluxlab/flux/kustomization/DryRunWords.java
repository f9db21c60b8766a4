package dev.fluxlab.flux.kustomization;

import dev.fluxlab.flux.reconcile.ApiFailure;

/** How a refused dry run is told. */
final class DryRunWords {

    private DryRunWords() {}

    static ReconcileFailure failure(Target target, ApiFailure refused) {
        if (refused.isNotFound()) {
            return ReconcileFailure.apply(target + " not found: " + refused.getMessage());
        }
        String reason = refused.reason().isEmpty() ? "" : " (" + refused.reason() + ")";
        return ReconcileFailure.apply(target + " dry-run failed" + reason + ": " + refused.getMessage());
    }

    static ReconcileFailure withoutNamespace(Target target) {
        return ReconcileFailure.apply(
                target + " namespace not specified: the server could not find the requested resource");
    }

    static ReconcileFailure unknownKind(Target target) {
        return ReconcileFailure.apply(target + " dry-run failed: no matches for kind \"" + target.kind()
                + "\" in version \"" + target.apiVersion() + "\"");
    }

    static boolean isImmutable(ApiFailure refused) {
        String message = String.valueOf(refused.getMessage());
        return refused.code() == 409
                || refused.code() == 422
                || message.contains("is immutable")
                || message.contains("immutable field");
    }
}
