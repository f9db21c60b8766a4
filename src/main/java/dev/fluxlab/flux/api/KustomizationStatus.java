package dev.fluxlab.flux.api;

import io.fabric8.generator.annotation.Required;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of a Kustomization. */
public record KustomizationStatus(
        long observedGeneration,
        List<Condition> conditions,
        String lastAppliedRevision,
        String lastAppliedOriginRevision,
        String lastAttemptedRevision,
        @Nullable Inventory inventory,
        List<Snapshot> history,
        String lastHandledReconcileAt)
        implements FluxStatus {

    public KustomizationStatus {
        conditions = Absent.list(conditions);
        lastAppliedRevision = Absent.text(lastAppliedRevision);
        lastAppliedOriginRevision = Absent.text(lastAppliedOriginRevision);
        lastAttemptedRevision = Absent.text(lastAttemptedRevision);
        history = Absent.list(history);
        lastHandledReconcileAt = Absent.text(lastHandledReconcileAt);
    }

    /** The objects that were applied. */
    public record Inventory(@Required List<Entry> entries) {

        public Inventory {
            entries = Absent.list(entries);
        }

        /** One object: {@code namespace_name_group_kind} and its version. */
        public record Entry(@Required String id, @Required String v) {}
    }

    /** How one content fared. */
    public record Snapshot(
            @Required String digest,
            @Required String firstReconciled,
            @Required String lastReconciled,
            @Required String lastReconciledDuration,
            @Required String lastReconciledStatus,
            Map<String, String> metadata,
            @Required long totalReconciliations) {

        public Snapshot {
            metadata = Absent.map(metadata);
        }
    }
}
