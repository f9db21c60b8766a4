package dev.fluxlab.flux.kustomization;

import dev.fluxlab.flux.api.Artifact;
import dev.fluxlab.flux.api.GitRepository;
import dev.fluxlab.flux.api.Kustomization;
import dev.fluxlab.flux.api.KustomizationSpec;
import dev.fluxlab.flux.api.OCIRepository;
import dev.fluxlab.flux.api.Source;
import dev.fluxlab.flux.reconcile.Cluster;
import dev.fluxlab.flux.reconcile.Controller;
import dev.fluxlab.flux.reconcile.Kinds;
import dev.fluxlab.flux.reconcile.Outcome;
import dev.fluxlab.flux.reconcile.Run;
import dev.fluxlab.flux.reconcile.Trigger;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Builds, applies, prunes and checks what Kustomizations name. */
public final class KustomizationController implements Controller<Kustomization> {

    private final Kinds kinds;
    private final ArtifactFetch artifacts = new ArtifactFetch(HttpClient.newHttpClient());

    /** Runs that wait for health, by the object's uid; a restart begins them anew. */
    private final Map<String, HealthWait> waiting = new ConcurrentHashMap<>();

    public KustomizationController(Cluster cluster) {
        this.kinds = new Kinds(cluster);
    }

    @Override
    public Class<Kustomization> kind() {
        return Kustomization.class;
    }

    @Override
    public String component() {
        return "kustomize-controller";
    }

    @Override
    public String fieldManager() {
        return "gotk-kustomize-controller";
    }

    @Override
    public boolean isSuspended(Kustomization kustomization) {
        return kustomization.getSpec().suspend();
    }

    @Override
    public Outcome reconcile(Run<Kustomization> run) {
        String uid = run.resource().getMetadata().getUid();
        KustomizationRun steps = new KustomizationRun(run, new Addresses(kinds), artifacts);
        KustomizationRun.Ending ending = Optional.ofNullable(waiting.get(uid))
                .filter(wait -> wait.generation() == run.generation())
                .map(steps::resume)
                .orElseGet(steps::start);
        ending.waiting().ifPresentOrElse(next -> waiting.put(uid, next), () -> waiting.remove(uid));
        return ending.outcome();
    }

    @Override
    public Outcome delete(Run<Kustomization> run) {
        waiting.remove(run.resource().getMetadata().getUid());
        return new Deletion(run, new Addresses(kinds)).proceed();
    }

    @Override
    public List<Trigger<?, Kustomization>> triggers() {
        return List.of(
                Trigger.onUpdate(
                        GitRepository.class, KustomizationController::isNewRevision, KustomizationController::isBehind),
                Trigger.onUpdate(
                        OCIRepository.class,
                        KustomizationController::isNewRevision,
                        KustomizationController::isBehind));
    }

    private static boolean isNewRevision(Source before, Source now) {
        Optional<String> revision = now.artifact().map(Artifact::revision);
        return revision.isPresent() && !revision.equals(before.artifact().map(Artifact::revision));
    }

    private static boolean isBehind(HasMetadata source, Kustomization kustomization) {
        KustomizationSpec.SourceRef ref = kustomization.getSpec().sourceRef();
        String namespace =
                ref.namespace().isEmpty() ? kustomization.getMetadata().getNamespace() : ref.namespace();
        return ref.kind().toString().equals(source.getKind())
                && ref.name().equals(source.getMetadata().getName())
                && namespace.equals(source.getMetadata().getNamespace());
    }
}
