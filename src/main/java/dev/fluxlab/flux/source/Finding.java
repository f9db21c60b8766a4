package dev.fluxlab.flux.source;

import dev.fluxlab.flux.reconcile.Severity;

/** What a good run found out, as its event tells it. */
record Finding(String stored, Severity unchangedSeverity, String unchangedReason, String unchangedMessage) {

    /**
     * A run after which the artifact is current.
     *
     * @param stored what the event of a new artifact, or of a recovery, says
     */
    static Finding upToDate(String stored, String revision) {
        return new Finding(
                stored,
                Severity.TRACE,
                "ArtifactUpToDate",
                "artifact up-to-date with remote revision: '" + revision + "'");
    }

    /** A run that only looked at what the remote offers. */
    static Finding unchanged(String stored, String revision) {
        return new Finding(
                stored,
                Severity.TRACE,
                "GitOperationSucceeded",
                "no changes since last reconciliation: observed revision '" + revision + "'");
    }
}
