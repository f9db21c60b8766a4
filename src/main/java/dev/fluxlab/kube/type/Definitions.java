package dev.fluxlab.kube.type;

/** apiextensions.k8s.io/v1 CustomResourceDefinition. */
final class Definitions {

    private Definitions() {}

    static ResourceType.Builder type() {
        return ResourceType.of("apiextensions.k8s.io/v1", "CustomResourceDefinition")
                .shortNames("crd", "crds")
                .categories("api-extensions")
                .clusterScoped()
                .status()
                .rules(Rules.builder().generation(Generation.OF_SPEC));
    }
}
