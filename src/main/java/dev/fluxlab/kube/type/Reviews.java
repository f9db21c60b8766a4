package dev.fluxlab.kube.type;

/** Kinds that are answered and never kept. */
final class Reviews {

    private Reviews() {}

    static ResourceType.Builder self() {
        return of("authentication.k8s.io/v1", "SelfSubjectReview");
    }

    static ResourceType.Builder access() {
        return of("authorization.k8s.io/v1", "SelfSubjectAccessReview");
    }

    private static ResourceType.Builder of(String apiVersion, String kind) {
        return ResourceType.of(apiVersion, kind).clusterScoped().verbs("create");
    }
}
