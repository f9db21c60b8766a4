package dev.fluxlab.flux.kustomization;

import dev.fluxlab.document.Json;
import dev.fluxlab.flux.api.Kustomization;
import dev.fluxlab.flux.reconcile.Conditions;
import dev.fluxlab.flux.reconcile.GoDuration;
import dev.fluxlab.flux.reconcile.Run;
import dev.fluxlab.flux.reconcile.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Writes what a run comes to: conditions, history, events. An event's reason is always that of Ready. */
final class Report {

    private static final String SUCCEEDED = "ReconciliationSucceeded";

    private final Run<Kustomization> run;

    Report(Run<Kustomization> run) {
        this.run = run;
    }

    private Conditions conditions() {
        return run.conditions();
    }

    /** Says what is being done, at once. */
    void progress(String message) {
        conditions().markReconciling(Conditions.PROGRESSING, message);
        run.save();
    }

    void started() {
        conditions().markUnknown(Conditions.READY, Conditions.PROGRESSING, "Reconciliation in progress");
    }

    void tell(Severity severity, String message, Map<String, String> metadata) {
        run.event(severity, conditions().reason(Conditions.READY), message, metadata);
    }

    /** Not ready, and nothing else: the source or a dependency is not there yet. */
    void notReady(String reason, String message) {
        conditions().markFalse(Conditions.READY, reason, message);
        run.handled();
        run.save();
    }

    void stalled(String reason, String message, Map<String, String> metadata) {
        conditions().markFalse(Conditions.READY, reason, message);
        conditions().markStalled(reason, message);
        run.observed();
        run.handled();
        run.save();
        tell(Severity.ERROR, message, metadata);
    }

    void succeeded(Revision revision, String digest, Instant startedAt) {
        run.put("lastAppliedRevision", revision.name());
        if (revision.origin().isEmpty()) {
            run.remove("lastAppliedOriginRevision");
        } else {
            run.put("lastAppliedOriginRevision", revision.origin());
        }
        conditions().markTrue(Conditions.READY, SUCCEEDED, "Applied revision: " + revision.name());
        conditions().remove(Conditions.RECONCILING, Conditions.STALLED);
        Duration took = Duration.between(startedAt, run.now());
        remember(revision, digest, SUCCEEDED, took);
        run.observed();
        run.handled();
        run.save();
        Map<String, String> metadata = new HashMap<>(revision.metadata());
        metadata.put(Control.PREFIX + "commit_status", "update");
        String interval = GoDuration.print(Timing.of(run.resource().getSpec()).interval());
        tell(
                Severity.INFO,
                "Reconciliation finished in " + GoDuration.print(took) + ", next run in " + interval,
                metadata);
    }

    void failed(ReconcileFailure failure, Map<String, String> metadata) {
        conditions().markFalse(Conditions.READY, failure.reason(), failure.getMessage());
        if (conditions().has(Conditions.RECONCILING)) {
            conditions()
                    .markTrue(
                            Conditions.RECONCILING,
                            Conditions.PROGRESSING_WITH_RETRY,
                            conditions().message(Conditions.RECONCILING));
        }
        run.handled();
        run.save();
        tell(Severity.ERROR, failure.getMessage(), metadata);
    }

    void remember(Revision revision, String digest, String status, Duration took) {
        History.Entry entry = new History.Entry(digest, status, run.now(), took, revision.toJson());
        run.put("history", History.with(run.status().items("history"), entry));
    }

    void inventory(Inventory inventory) {
        run.put("inventory", (Json) inventory.toJson());
    }
}
