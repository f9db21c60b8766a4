package dev.fluxlab.flux.api;

import java.util.List;
import java.util.Map;

/** What became of an ImageUpdateAutomation. */
public record ImageUpdateAutomationStatus(
        long observedGeneration,
        List<Condition> conditions,
        String lastAutomationRunTime,
        String lastPushCommit,
        String lastPushTime,
        Map<String, ImageRef> observedPolicies,
        String observedSourceRevision,
        String lastHandledReconcileAt)
        implements FluxStatus {

    public ImageUpdateAutomationStatus {
        conditions = Absent.list(conditions);
        lastAutomationRunTime = Absent.text(lastAutomationRunTime);
        lastPushCommit = Absent.text(lastPushCommit);
        lastPushTime = Absent.text(lastPushTime);
        observedPolicies = Absent.map(observedPolicies);
        observedSourceRevision = Absent.text(observedSourceRevision);
        lastHandledReconcileAt = Absent.text(lastHandledReconcileAt);
    }
}
