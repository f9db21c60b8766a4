package dev.fluxlab.kube.type;

import java.util.List;
import java.util.stream.Stream;

/** The kinds that are there without a custom resource definition, in the order in which discovery lists groups. */
final class BuiltInTypes {

    private BuiltInTypes() {}

    static List<ResourceType> all(BuiltInSchemas schemas) {
        return Stream.of(core(), workloads(), policies())
                .flatMap(types -> types)
                .map(type -> type.schemas(schemas).build())
                .toList();
    }

    private static Stream<ResourceType.Builder> core() {
        return Stream.of(
                ConfigMaps.type(),
                EndpointKinds.endpoints(),
                Events.core(),
                Namespaces.type(),
                Nodes.type(),
                Pods.type(),
                Secrets.type(),
                ServiceAccounts.type(),
                Services.type());
    }

    private static Stream<ResourceType.Builder> workloads() {
        return Stream.of(
                Deployments.type(),
                ReplicaSets.type(),
                StatefulSets.type(),
                Events.grouped(),
                Reviews.self(),
                Reviews.token(),
                Reviews.accessOfOthersInNamespace(),
                Reviews.access(),
                Reviews.rules(),
                Reviews.accessOfOthers(),
                Autoscalers.type(),
                CronJobs.type(),
                Jobs.type());
    }

    private static Stream<ResourceType.Builder> policies() {
        return Stream.of(
                Ingresses.type(),
                NetworkPolicies.type(),
                DisruptionBudgets.type(),
                RoleKinds.clusterRole(),
                RoleKinds.clusterRoleBinding(),
                RoleKinds.role(),
                RoleKinds.roleBinding(),
                Definitions.type(),
                Leases.type(),
                EndpointKinds.slices());
    }
}
