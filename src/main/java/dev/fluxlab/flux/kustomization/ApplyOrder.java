package dev.fluxlab.flux.kustomization;

import dev.fluxlab.document.Obj;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** In which stages and in which order objects are applied. */
final class ApplyOrder {

    private static final Set<String> DEFINITIONS = Set.of("CustomResourceDefinition", "Namespace", "ClusterRole");

    private static final List<String> KINDS = List.of(
            "CustomResourceDefinition",
            "Namespace",
            "ClusterRole",
            "ClusterClass",
            "RuntimeClass",
            "PriorityClass",
            "StorageClass",
            "VolumeSnapshotClass",
            "IngressClass",
            "GatewayClass",
            "ClusterRoleBinding",
            "ResourceQuota",
            "ServiceAccount",
            "Role",
            "RoleBinding",
            "ConfigMap",
            "Secret",
            "Service",
            "LimitRange",
            "Deployment",
            "StatefulSet",
            "CronJob",
            "PodDisruptionBudget");

    private static final List<String> LAST = List.of("MutatingWebhookConfiguration", "ValidatingWebhookConfiguration");

    static final Comparator<Target> COMPARATOR = Comparator.<Target>comparingInt(target -> rank(target.kind()))
            .thenComparing(target -> rank(target.kind()) == KINDS.size() ? target.group() + "/" + target.kind() : "")
            .thenComparing(Target::namespace)
            .thenComparing(Target::name);

    private ApplyOrder() {}

    private static int rank(String kind) {
        int rank = KINDS.indexOf(kind);
        if (rank >= 0) {
            return rank;
        }
        int last = LAST.indexOf(kind);
        return last < 0 ? KINDS.size() : KINDS.size() + 1 + last;
    }

    /** Definitions, classes, the rest: each stage in its order, empty ones left out. */
    static List<List<Obj>> stages(List<Obj> objects) {
        List<Obj> sorted = objects.stream()
                .sorted(Comparator.comparing(Target::of, COMPARATOR))
                .toList();
        return List.of(0, 1, 2).stream()
                .map(stage -> sorted.stream()
                        .filter(object -> stage(object.text("kind")) == stage)
                        .toList())
                .filter(stage -> !stage.isEmpty())
                .toList();
    }

    private static int stage(String kind) {
        if (DEFINITIONS.contains(kind)) {
            return 0;
        }
        return kind.endsWith("Class") ? 1 : 2;
    }
}
