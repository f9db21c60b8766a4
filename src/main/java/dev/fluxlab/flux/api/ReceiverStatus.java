package dev.fluxlab.flux.api;

import java.util.List;

/** What became of a Receiver. */
public record ReceiverStatus(
        long observedGeneration, List<Condition> conditions, String webhookPath, String lastHandledReconcileAt)
        implements FluxStatus {

    public ReceiverStatus {
        conditions = Absent.list(conditions);
        webhookPath = Absent.text(webhookPath);
        lastHandledReconcileAt = Absent.text(lastHandledReconcileAt);
    }
}
