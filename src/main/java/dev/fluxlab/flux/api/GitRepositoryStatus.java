package dev.fluxlab.flux.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a GitRepository. */
public record GitRepositoryStatus(
        long observedGeneration,
        List<Condition> conditions,
        @Nullable Artifact artifact,
        List<Artifact> includedArtifacts,
        String observedIgnore,
        boolean observedRecurseSubmodules,
        List<GitRepositorySpec.Include> observedInclude,
        List<String> observedSparseCheckout,
        String sourceVerificationMode,
        String lastHandledReconcileAt)
        implements SourceStatus {

    public GitRepositoryStatus {
        conditions = Absent.list(conditions);
        includedArtifacts = Absent.list(includedArtifacts);
        observedIgnore = Absent.text(observedIgnore);
        observedInclude = Absent.list(observedInclude);
        observedSparseCheckout = Absent.list(observedSparseCheckout);
        sourceVerificationMode = Absent.text(sourceVerificationMode);
        lastHandledReconcileAt = Absent.text(lastHandledReconcileAt);
    }
}
