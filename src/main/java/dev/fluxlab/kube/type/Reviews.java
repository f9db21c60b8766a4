package dev.fluxlab.kube.type;

/** Kinds that are answered and never kept. */
final class Reviews {

    private Reviews() {}

    static ResourceType.Builder self() {
        return of("authentication.k8s.io/v1", "SelfSubjectReview");
    }

    static ResourceType.Builder token() {
        return of("authentication.k8s.io/v1", "TokenReview");
    }

    static ResourceType.Builder access() {
        return of("authorization.k8s.io/v1", "SelfSubjectAccessReview");
    }

    static ResourceType.Builder rules() {
        return of("authorization.k8s.io/v1", "SelfSubjectRulesReview");
    }

    static ResourceType.Builder accessOfOthers() {
        return of("authorization.k8s.io/v1", "SubjectAccessReview");
    }

    static ResourceType.Builder accessOfOthersInNamespace() {
        return ResourceType.of("authorization.k8s.io/v1", "LocalSubjectAccessReview")
                .verbs("create");
    }

    private static ResourceType.Builder of(String apiVersion, String kind) {
        return ResourceType.of(apiVersion, kind).clusterScoped().verbs("create");
    }
}
