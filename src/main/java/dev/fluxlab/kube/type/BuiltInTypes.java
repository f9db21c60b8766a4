package dev.fluxlab.kube.type;

import java.util.List;

/** The kinds that are there without a custom resource definition, in discovery order. */
final class BuiltInTypes {

    private BuiltInTypes() {}

    static List<ResourceType> all() {
        return List.of(
                ResourceType.of("v1", "ConfigMap").shortNames("cm").build(),
                ResourceType.of("v1", "Namespace")
                        .shortNames("ns")
                        .clusterScoped()
                        .verbs("create", "delete", "get", "list", "patch", "update", "watch")
                        .build());
    }
}
