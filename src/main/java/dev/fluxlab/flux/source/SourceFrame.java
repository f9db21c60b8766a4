package dev.fluxlab.flux.source;

import dev.fluxlab.document.Obj;
import dev.fluxlab.flux.api.FluxResource;
import dev.fluxlab.flux.artifact.ArtifactStore;
import dev.fluxlab.flux.reconcile.Conditions;
import dev.fluxlab.flux.reconcile.Outcome;
import dev.fluxlab.flux.reconcile.Run;
import dev.fluxlab.flux.reconcile.Severity;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** What every source's run has around the fetching: the artifact on disk, conditions, events, the next run. */
final class SourceFrame<R extends FluxResource<?, ?>> {

    private static final String GROUP = "source.toolkit.fluxcd.io/";

    private final Run<R> run;
    private final ArtifactStore store;

    SourceFrame(Run<R> run, ArtifactStore store) {
        this.run = run;
        this.store = store;
    }

    /** Fetches, and stores when there is something new. */
    @FunctionalInterface
    interface Attempt {
        Finding make() throws SourceFailure;
    }

    static String folder(FluxResource<?, ?> resource) {
        return resource.getKind().toLowerCase(Locale.ROOT) + "/" + resource.path();
    }

    Outcome run(Duration interval, Attempt attempt) {
        String digestBefore = artifact().text("digest");
        boolean failedBefore = run.conditions().is(Conditions.READY, dev.fluxlab.flux.api.Condition.Status.FALSE);
        begin();
        try {
            checkStorage();
            Finding finding = attempt.make();
            succeed();
            tell(finding, digestBefore, failedBefore);
            return Outcome.again(interval);
        } catch (SourceFailure failure) {
            return fail(failure);
        }
    }

    private Obj artifact() {
        return run.statusObject("artifact").orElse(Obj.EMPTY);
    }

    private void begin() {
        long observed = run.observedGeneration();
        boolean isNew = observed != run.generation();
        run.conditions()
                .progress(
                        false,
                        isNew
                                ? "processing object: new generation " + observed + " -> " + run.generation()
                                : "reconciliation in progress");
        if (isNew || run.isRequested()) {
            run.save();
        }
    }

    /** The artifact that the status names has to be on disk, whole; its URL follows the server's address. */
    private void checkStorage() throws SourceFailure {
        Obj artifact = artifact();
        if (artifact.isEmpty()) {
            progress("building artifact");
            return;
        }
        String path = artifact.text("path");
        try {
            if (!store.has(path)) {
                forget("building artifact: disappeared from storage");
            } else if (!store.verifies(path, artifact.text("digest"))) {
                run.event(
                        Severity.ERROR,
                        "ArtifactVerificationFailed",
                        "failed to verify integrity of artifact: computed digest doesn't match '"
                                + artifact.text("digest") + "'");
                store.remove(path);
                forget("building artifact: disappeared from storage");
            } else {
                run.put("artifact", artifact.with("url", store.url(path)));
            }
        } catch (IOException e) {
            throw SourceFailure.storage("StatOperationFailed", String.valueOf(e.getMessage()));
        }
    }

    private void forget(String message) {
        run.remove("artifact");
        run.conditions().remove(ReadySummary.IN_STORAGE);
        progress(message);
    }

    private void progress(String message) {
        run.conditions().progress(true, message);
        run.save();
    }

    /** Notes that the remote has something newer than what is stored. */
    void outdated(String what) {
        if (!artifact().isEmpty()) {
            run.conditions().markTrue(ReadySummary.OUTDATED, "NewRevision", what);
        }
        progress("building artifact: " + what);
    }

    /** Packs and notes a new artifact. */
    void store(String file, String revision, Obj metadata, ArtifactStore.Writer writer) throws SourceFailure {
        String path = folder(run.resource()) + "/" + file;
        try {
            ArtifactStore.Stored stored = store.write(path, run.now(), writer);
            Obj.Builder artifact = Obj.builder()
                    .put("digest", stored.digest())
                    .put(
                            "lastUpdateTime",
                            run.now()
                                    .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                                    .toString());
            if (!metadata.isEmpty()) {
                artifact.put("metadata", metadata);
            }
            run.put(
                    "artifact",
                    artifact.put("path", path)
                            .put("revision", revision)
                            .put("size", stored.size())
                            .put("url", store.url(path))
                            .build());
            collect(path);
        } catch (IOException e) {
            throw SourceFailure.storage(
                    "ArchiveOperationFailed", "unable to archive artifact to storage: " + e.getMessage());
        }
    }

    private void collect(String current) {
        try {
            int removed = store.collect(folder(run.resource()), current, run.now());
            if (removed > 0) {
                run.event(Severity.TRACE, "GarbageCollectionSucceeded", "garbage collected " + removed + " artifacts");
            }
        } catch (IOException e) {
            run.event(
                    Severity.ERROR,
                    "GarbageCollectionFailed",
                    "garbage collection of artifacts failed: " + e.getMessage());
        }
    }

    /** Points {@code latest.tar.gz} at what is stored, and tells its URL. */
    String latest() throws SourceFailure {
        String link = folder(run.resource()) + "/latest.tar.gz";
        try {
            store.link(artifact().text("path"), link);
            return store.url(link);
        } catch (IOException e) {
            throw SourceFailure.storage(
                    "SymlinkUpdateFailed", "unable to update status URL symlink: " + e.getMessage());
        }
    }

    /** Notes what is in the store; the condition is written anew in each run. */
    void inStorage(String message) {
        run.conditions().markTrue(ReadySummary.IN_STORAGE, "Succeeded", message);
    }

    private void succeed() {
        run.conditions()
                .remove(
                        SourceFailure.FETCH_FAILED,
                        SourceFailure.STORAGE_FAILED,
                        ReadySummary.OUTDATED,
                        Conditions.RECONCILING,
                        Conditions.STALLED);
        ReadySummary.apply(run.conditions());
        run.observed();
        run.handled();
        run.save();
    }

    private void tell(Finding finding, String digestBefore, boolean failedBefore) {
        Obj artifact = artifact();
        Map<String, String> metadata =
                Map.of(GROUP + "revision", artifact.text("revision"), GROUP + "digest", artifact.text("digest"));
        if (!artifact.text("digest").equals(digestBefore)) {
            run.event(Severity.INFO, "NewArtifact", finding.stored(), metadata);
        } else if (failedBefore) {
            run.event(Severity.INFO, "Succeeded", finding.stored(), metadata);
        } else {
            run.event(finding.unchangedSeverity(), finding.unchangedReason(), finding.unchangedMessage());
        }
    }

    private Outcome fail(SourceFailure failure) {
        Conditions conditions = run.conditions();
        if (failure.condition().equals(SourceFailure.VERIFIED)) {
            conditions.markFalse(failure.condition(), failure.reason(), failure.getMessage());
        } else {
            conditions.markTrue(failure.condition(), failure.reason(), failure.getMessage());
        }
        if (failure.isStalling()) {
            conditions.markStalled(failure.reason(), failure.getMessage());
            run.observed();
        } else if (conditions.has(Conditions.RECONCILING)) {
            conditions.markTrue(
                    Conditions.RECONCILING,
                    Conditions.PROGRESSING_WITH_RETRY,
                    conditions.message(Conditions.RECONCILING));
        }
        ReadySummary.apply(conditions);
        run.handled();
        run.save();
        run.event(Severity.ERROR, failure.reason(), failure.getMessage());
        return failure.isStalling() ? Outcome.done() : Outcome.retry();
    }

    /** Removes what was stored for an object that is going. */
    static Outcome remove(Run<? extends FluxResource<?, ?>> run, ArtifactStore store) {
        try {
            int removed = store.removeAll(folder(run.resource()));
            if (removed > 0) {
                run.event(
                        Severity.TRACE,
                        "GarbageCollectionSucceeded",
                        "garbage collected artifacts for deleted resource");
            }
            return Outcome.done();
        } catch (IOException e) {
            run.event(
                    Severity.ERROR,
                    "GarbageCollectionFailed",
                    "garbage collection for deleted resource failed: " + e.getMessage());
            return Outcome.retry();
        }
    }
}
