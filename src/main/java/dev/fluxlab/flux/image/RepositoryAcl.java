package dev.fluxlab.flux.image;

import dev.fluxlab.flux.api.ImageRepository;
import dev.fluxlab.flux.api.ImageRepositorySpec.AccessFrom;
import dev.fluxlab.flux.reconcile.Address;
import dev.fluxlab.flux.reconcile.Cluster;
import java.util.Map;
import java.util.Optional;

/** Whether a policy of another namespace may use a repository. */
final class RepositoryAcl {

    private RepositoryAcl() {}

    /** Why the policies of a namespace may not, if so. */
    static Optional<String> denial(Cluster cluster, ImageRepository repository, String policyNamespace) {
        if (repository.getMetadata().getNamespace().equals(policyNamespace)) {
            return Optional.empty();
        }
        AccessFrom access = repository.getSpec().accessFrom();
        if (access == null) {
            return Optional.of(
                    "'" + repository.path() + "' can't be accessed due to missing ACL labels on 'accessFrom'");
        }
        Map<String, String> labels = cluster.get(new Address("v1", "namespaces", "", policyNamespace))
                .map(namespace -> namespace.texts("metadata", "labels"))
                .orElse(Map.of());
        boolean admitted = access.namespaceSelectors().stream().anyMatch(selector -> labels.entrySet()
                .containsAll(selector.matchLabels().entrySet()));
        return admitted
                ? Optional.empty()
                : Optional.of("'" + repository.path() + "' can't be accessed due to ACL labels mismatch on namespace '"
                        + policyNamespace + "'");
    }
}
