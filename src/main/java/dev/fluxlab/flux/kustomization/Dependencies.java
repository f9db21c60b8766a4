package dev.fluxlab.flux.kustomization;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.flux.api.Kustomization;
import dev.fluxlab.flux.api.KustomizationSpec;
import dev.fluxlab.flux.reconcile.Address;
import dev.fluxlab.flux.reconcile.ApiFailure;
import dev.fluxlab.flux.reconcile.Cluster;
import java.util.Optional;

/** Whether the Kustomizations that have to come first have done so. */
final class Dependencies {

    private final Cluster cluster;
    private final Kustomization dependant;
    private final String revision;

    Dependencies(Cluster cluster, Kustomization dependant, String revision) {
        this.cluster = cluster;
        this.dependant = dependant;
        this.revision = revision;
    }

    /** What the first one lacks; none when all are ready. */
    Optional<String> missing() {
        return dependant.getSpec().dependsOn().stream()
                .map(this::lack)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> lack(KustomizationSpec.Dependency dependency) {
        String namespace =
                dependency.namespace().isEmpty() ? dependant.getMetadata().getNamespace() : dependency.namespace();
        String shown = "dependency '" + namespace + "/" + dependency.name() + "' ";
        try {
            Obj found = cluster.read(Address.of(Kustomization.class, namespace, dependency.name()));
            if (!isReady(found)) {
                return Optional.of(shown + "is not ready");
            }
            boolean behind = sharesSource(found)
                    && !found.text("status", "lastAppliedRevision").equals(revision);
            return behind ? Optional.of(shown + "revision is not up to date") : Optional.empty();
        } catch (ApiFailure e) {
            return Optional.of(shown + "not found: " + e.getMessage());
        }
    }

    private static boolean isReady(Obj found) {
        boolean observed = found.at("status", "observedGeneration").equals(found.at("metadata", "generation"));
        return observed
                && found.items("status", "conditions").stream()
                        .filter(condition -> condition.text("type").equals("Ready"))
                        .anyMatch(ready -> ready.text("status").equals("True"));
    }

    private boolean sharesSource(Obj found) {
        KustomizationSpec.SourceRef own = dependant.getSpec().sourceRef();
        Json other = found.obj("spec", "sourceRef");
        return other.text("kind").equals(own.kind().toString())
                && other.text("name").equals(own.name())
                && resolved(other.text("namespace"), found.text("metadata", "namespace"))
                        .equals(resolved(
                                own.namespace(), dependant.getMetadata().getNamespace()));
    }

    private static String resolved(String namespace, String own) {
        return namespace.isEmpty() ? own : namespace;
    }
}
