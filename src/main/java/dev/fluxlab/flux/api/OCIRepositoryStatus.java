package dev.fluxlab.flux.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of an OCIRepository. */
public record OCIRepositoryStatus(
        long observedGeneration,
        List<Condition> conditions,
        String url,
        @Nullable Artifact artifact,
        String observedIgnore,
        OCIRepositorySpec.@Nullable LayerSelector observedLayerSelector,
        String lastHandledReconcileAt)
        implements SourceStatus {

    public OCIRepositoryStatus {
        conditions = Absent.list(conditions);
        url = Absent.text(url);
        observedIgnore = Absent.text(observedIgnore);
        lastHandledReconcileAt = Absent.text(lastHandledReconcileAt);
    }
}
