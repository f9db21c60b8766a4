package dev.fluxlab.flux.kustomization;

import dev.fluxlab.flux.api.Artifact;
import dev.fluxlab.flux.api.Kustomization;
import dev.fluxlab.flux.api.KustomizationSpec;
import dev.fluxlab.flux.api.Source;
import dev.fluxlab.flux.artifact.Sha256;
import dev.fluxlab.flux.kustomization.Change.Action;
import dev.fluxlab.flux.reconcile.Cluster;
import dev.fluxlab.flux.reconcile.Conditions;
import dev.fluxlab.flux.reconcile.GoDuration;
import dev.fluxlab.flux.reconcile.Outcome;
import dev.fluxlab.flux.reconcile.Run;
import dev.fluxlab.flux.reconcile.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run on a Kustomization, step by step; the wait for health is left and resumed, so that no thread is held. */
final class KustomizationRun {

    private static final String HEALTHY = "Healthy";

    private final Run<Kustomization> run;
    private final KustomizationSpec spec;
    private final Addresses addresses;
    private final ArtifactFetch artifacts;
    private final Report report;
    private final Timing timing;

    KustomizationRun(Run<Kustomization> run, Addresses addresses, ArtifactFetch artifacts) {
        this.run = run;
        this.spec = run.resource().getSpec();
        this.addresses = addresses;
        this.artifacts = artifacts;
        this.report = new Report(run);
        this.timing = Timing.of(spec);
    }

    /** When the next run is due, and what it has to go on waiting for. */
    record Ending(Outcome outcome, Optional<HealthWait> waiting) {

        static Ending of(Outcome outcome) {
            return new Ending(outcome, Optional.empty());
        }

        static Ending after(Duration delay) {
            return of(Outcome.again(delay));
        }
    }

    Ending start() {
        Optional<String> unsupported = Unsupported.find(spec);
        if (unsupported.isPresent()) {
            report.stalled(Unsupported.REASON, unsupported.get(), Map.of());
            return Ending.of(Outcome.done());
        }
        SourceLookup lookup = new SourceLookup(run.cluster(), run.resource());
        Optional<Source> source;
        try {
            source = lookup.find();
        } catch (ReconcileFailure e) {
            report.stalled(e.reason(), e.getMessage(), Map.of());
            return Ending.of(Outcome.done());
        }
        if (source.isEmpty()) {
            report.notReady("ArtifactFailed", lookup.notFound());
            return Ending.after(timing.retryInterval());
        }
        Optional<Artifact> artifact = source.get().artifact();
        if (artifact.isEmpty()) {
            report.notReady("ArtifactFailed", "Source artifact not found, retrying in 30s");
            return Ending.after(Timing.DEPENDENCY);
        }
        return withArtifact(artifact.get());
    }

    private Ending withArtifact(Artifact artifact) {
        Revision revision = Revision.of(artifact);
        Optional<String> missing = new Dependencies(run.cluster(), run.resource(), revision.name()).missing();
        if (missing.isPresent()) {
            report.notReady("DependencyNotReady", missing.get());
            report.tell(
                    Severity.INFO, "Dependencies do not meet ready condition, retrying in 30s", revision.metadata());
            return Ending.after(Timing.DEPENDENCY);
        }
        report.started();
        progress("Fetching manifests", revision);
        try {
            return fetched(artifact, revision);
        } catch (ReconcileFailure e) {
            return fail(e, revision);
        }
    }

    private Ending fail(ReconcileFailure failure, Revision revision) {
        report.failed(failure, revision.metadata());
        return Ending.after(timing.retryInterval());
    }

    private void progress(String what, Revision revision) {
        report.progress(
                what + " for revision " + revision.name() + " with a timeout of " + GoDuration.print(timing.timeout()));
    }

    private Ending fetched(Artifact artifact, Revision revision) throws ReconcileFailure {
        try (Scratch scratch = Scratch.create()) {
            if (!artifacts.fetch(artifact, scratch.folder())) {
                report.notReady("ArtifactFailed", "Source is not ready, artifact not found, retrying in 30s");
                return Ending.after(Timing.DEPENDENCY);
            }
            Path folder = scratch.folder()
                    .resolve(spec.path().isEmpty() ? "." : spec.path())
                    .normalize();
            if (!folder.startsWith(scratch.folder()) || !Files.exists(folder)) {
                throw ReconcileFailure.artifact(
                        "kustomization path not found: stat " + folder + ": no such file or directory");
            }
            run.put("lastAttemptedRevision", revision.name());
            progress("Building manifests", revision);
            Cluster cluster = impersonated();
            ManifestBuild.Built built = new ManifestBuild(run).build(scratch.folder(), folder);
            progress("Detecting drift", revision);
            return apply(built, revision, cluster);
        }
    }

    private Cluster impersonated() {
        String account = spec.serviceAccountName();
        return account.isEmpty()
                ? run.cluster()
                : run.cluster().as("system:serviceaccount:" + run.namespace() + ":" + account);
    }

    private Ending apply(ManifestBuild.Built built, Revision revision, Cluster cluster) throws ReconcileFailure {
        String digest = Sha256.of(built.text());
        try {
            Applier applier = new Applier(cluster, addresses, spec.force());
            List<Change> changes =
                    new Staged(applier, cluster, addresses, run.surroundings().clock()).apply(built.objects());
            tellChanges(changes, revision);
            prune(Inventory.ofChanges(changes), revision, cluster);
            return checkHealth(changes, revision, digest);
        } catch (ReconcileFailure e) {
            String status = e.reason().equals("ReconciliationFailed") ? "ReconciliationFailed" : e.reason();
            report.remember(revision, digest, status, run.elapsed());
            throw e;
        }
    }

    private void tellChanges(List<Change> changes, Revision revision) {
        List<Change> told = Change.told(changes);
        if (!told.isEmpty()) {
            report.tell(Severity.INFO, Change.lines(told), revision.metadata());
        }
    }

    private void prune(Inventory wanted, Revision revision, Cluster cluster) throws ReconcileFailure {
        List<InventoryEntry> stale = Inventory.of(run.status()).without(wanted);
        report.inventory(wanted);
        if (!spec.prune() || stale.isEmpty()) {
            return;
        }
        Pruner.Pruned pruned = new Pruner(cluster, addresses, run.name(), run.namespace()).prune(stale);
        if (!pruned.changes().isEmpty()) {
            report.tell(Severity.INFO, Change.lines(pruned.changes()), revision.metadata());
        }
        if (!pruned.errors().isEmpty()) {
            report.inventory(wanted.plus(pruned.survivors()));
            throw ReconcileFailure.prune(pruned.error());
        }
    }

    private Ending checkHealth(List<Change> changes, Revision revision, String digest) throws ReconcileFailure {
        List<Target> targets = targets(changes);
        if (targets.isEmpty()) {
            run.conditions().remove(HEALTHY);
            return succeed(revision, digest, run.startedAt());
        }
        boolean wasHealthy = run.conditions().isTrue(HEALTHY);
        boolean isNew = !run.status().text("lastAppliedRevision").equals(revision.name());
        boolean drifted = !Change.told(changes).isEmpty();
        String message = "Running health checks for revision " + revision.name() + " with a timeout of "
                + GoDuration.print(timing.timeout());
        run.conditions().markUnknown(HEALTHY, Conditions.PROGRESSING, message);
        report.progress(message);
        return look(new HealthWait(
                run.generation(),
                revision,
                targets,
                digest,
                run.startedAt(),
                run.now(),
                !wasHealthy || isNew && drifted,
                0));
    }

    /** Everything that was applied, or what the object lists; never the Kustomization itself. */
    private List<Target> targets(List<Change> changes) {
        List<Target> targets = new ArrayList<>();
        if (spec.waits()) {
            changes.stream()
                    .filter(change -> change.action() != Action.SKIPPED)
                    .map(Change::target)
                    .forEach(targets::add);
        } else {
            spec.healthChecks()
                    .forEach(check -> targets.add(new Target(
                            check.apiVersion().isEmpty() ? "apps/v1" : check.apiVersion(),
                            check.kind(),
                            check.namespace(),
                            check.name())));
        }
        targets.removeIf(target -> target.kind().equals("Kustomization")
                && target.group().equals("kustomize.toolkit.fluxcd.io")
                && target.name().equals(run.name())
                && target.namespace().equals(run.namespace()));
        return targets;
    }

    /** Looks again at what an earlier run left waiting. */
    Ending resume(HealthWait wait) {
        try {
            return look(wait);
        } catch (ReconcileFailure e) {
            report.remember(wait.revision(), wait.digest(), e.reason(), Duration.between(wait.startedAt(), run.now()));
            return fail(e, wait.revision());
        }
    }

    private Ending look(HealthWait wait) throws ReconcileFailure {
        HealthCheck.Seen seen = new HealthCheck(run.cluster(), addresses, run.now()).look(wait.targets());
        Duration took = Duration.between(wait.since(), run.now());
        if (seen.isHealthy()) {
            String message = "Health check passed in " + GoDuration.print(took);
            if (wait.telling()) {
                report.tell(Severity.INFO, message, wait.revision().metadata());
            }
            run.conditions().markTrue(HEALTHY, "Succeeded", message);
            return succeed(wait.revision(), wait.digest(), wait.startedAt());
        }
        if (seen.hasFailed()) {
            throw unhealthy("failed early due to stalled resources: " + seen.listed(true), took);
        }
        if (took.compareTo(timing.timeout()) >= 0) {
            throw unhealthy("timeout waiting for: " + seen.listed(false), took);
        }
        Duration left = timing.timeout().minus(took);
        Duration next = wait.nextLook();
        Outcome outcome = Outcome.again(next.compareTo(left) < 0 ? next : left);
        return new Ending(outcome, Optional.of(wait.lookedAgain()));
    }

    private ReconcileFailure unhealthy(String message, Duration took) {
        run.conditions().markFalse(HEALTHY, "HealthCheckFailed", message);
        return ReconcileFailure.health("health check failed after " + GoDuration.print(took) + ": " + message);
    }

    private Ending succeed(Revision revision, String digest, Instant startedAt) throws ReconcileFailure {
        report.succeeded(revision, digest, startedAt);
        boolean stale = new SourceLookup(run.cluster(), run.resource())
                .artifact()
                .filter(artifact -> !artifact.revision().equals(revision.name()))
                .isPresent();
        return Ending.after(stale ? Duration.ZERO : timing.interval());
    }
}
