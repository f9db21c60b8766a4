package dev.fluxlab.flux.kustomization;

import dev.fluxlab.flux.api.Artifact;
import dev.fluxlab.flux.api.GitRepository;
import dev.fluxlab.flux.api.Kustomization;
import dev.fluxlab.flux.api.KustomizationSpec.SourceRef;
import dev.fluxlab.flux.api.OCIRepository;
import dev.fluxlab.flux.api.Source;
import dev.fluxlab.flux.reconcile.Address;
import dev.fluxlab.flux.reconcile.Cluster;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;

/** Finds the artifact that a Kustomization builds. */
final class SourceLookup {

    private final Cluster cluster;
    private final SourceRef ref;
    private final String namespace;

    SourceLookup(Cluster cluster, Kustomization kustomization) {
        this.cluster = cluster;
        this.ref = kustomization.getSpec().sourceRef();
        this.namespace = ref.namespace().isEmpty() ? kustomization.getMetadata().getNamespace() : ref.namespace();
    }

    /** The source; none when there is no such object. */
    Optional<Source> find() throws ReconcileFailure {
        return switch (ref.kind()) {
            case GIT_REPOSITORY -> find(GitRepository.class);
            case OCI_REPOSITORY -> find(OCIRepository.class);
            case BUCKET, EXTERNAL_ARTIFACT -> throw ReconcileFailure.artifact("fluxlab has no " + ref.kind()
                    + " sources; use a GitRepository or an OCIRepository for '" + ref.name() + "'");
        };
    }

    private <S extends HasMetadata & Source> Optional<Source> find(Class<S> kind) {
        return cluster.get(Address.of(kind, namespace, ref.name())).map(found -> cluster.typed(found, kind));
    }

    Optional<Artifact> artifact() throws ReconcileFailure {
        return find().flatMap(Source::artifact);
    }

    /** The words of the controller's cached client. */
    String notFound() {
        return ref.kind() + ".source.toolkit.fluxcd.io \"" + ref.name() + "\" not found";
    }
}
