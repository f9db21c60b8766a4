package dev.fluxlab.flux.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of an ImagePolicy. */
public record ImagePolicyStatus(
        long observedGeneration,
        List<Condition> conditions,
        @Nullable ImageRef latestRef,
        @Nullable ImageRef observedPreviousRef,
        String lastHandledReconcileAt)
        implements FluxStatus {

    public ImagePolicyStatus {
        conditions = Absent.list(conditions);
        lastHandledReconcileAt = Absent.text(lastHandledReconcileAt);
    }
}
