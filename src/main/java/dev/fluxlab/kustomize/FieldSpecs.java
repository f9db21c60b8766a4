package dev.fluxlab.kustomize;

import java.util.List;
import java.util.stream.Stream;

/** The fields that each of kustomize's transformers touches when no configuration says otherwise. */
final class FieldSpecs {

    static final List<FieldSpec> TEMPLATE_LABELS = FieldSpec.list(
            """
            +metadata/labels
            +spec/template/metadata/labels ReplicationController v1
            +spec/template/metadata/labels Deployment
            +spec/template/metadata/labels ReplicaSet
            +spec/template/metadata/labels DaemonSet
            +spec/template/metadata/labels StatefulSet apps
            +spec/volumeClaimTemplates[]/metadata/labels StatefulSet apps
            +spec/template/metadata/labels Job batch
            +spec/jobTemplate/metadata/labels CronJob batch
            +spec/jobTemplate/spec/template/metadata/labels CronJob batch
            """);

    static final List<FieldSpec> SELECTOR_LABELS = Stream.of(
                    FieldSpec.list(
                            """
                            +spec/selector Service v1
                            +spec/selector ReplicationController v1
                            +spec/selector/matchLabels Deployment
                            +spec/selector/matchLabels ReplicaSet
                            +spec/selector/matchLabels DaemonSet
                            +spec/selector/matchLabels StatefulSet apps
                            spec/selector/matchLabels Job batch
                            spec/jobTemplate/spec/selector/matchLabels CronJob batch
                            spec/selector/matchLabels PodDisruptionBudget policy
                            spec/podSelector/matchLabels NetworkPolicy networking.k8s.io
                            spec/ingress/from/podSelector/matchLabels NetworkPolicy networking.k8s.io
                            spec/egress/to/podSelector/matchLabels NetworkPolicy networking.k8s.io
                            """),
                    affinity("Deployment"),
                    affinity("StatefulSet"),
                    TEMPLATE_LABELS)
            .flatMap(List::stream)
            .toList();

    static final List<FieldSpec> ANNOTATIONS = FieldSpec.list(
            """
            +metadata/annotations
            +spec/template/metadata/annotations ReplicationController v1
            +spec/template/metadata/annotations Deployment
            +spec/template/metadata/annotations ReplicaSet
            +spec/template/metadata/annotations DaemonSet
            +spec/template/metadata/annotations StatefulSet
            +spec/template/metadata/annotations Job batch
            +spec/jobTemplate/metadata/annotations CronJob batch
            +spec/jobTemplate/spec/template/metadata/annotations CronJob batch
            """);

    static final List<FieldSpec> NAMESPACES = FieldSpec.list(
            """
            +spec/service/namespace APIService apiregistration.k8s.io
            spec/conversion/webhook/clientConfig/service/namespace CustomResourceDefinition apiextensions.k8s.io
            """);

    static final List<FieldSpec> IMAGES = FieldSpec.list(
            """
            spec/containers[]/image
            spec/initContainers[]/image
            spec/template/spec/containers[]/image
            spec/template/spec/initContainers[]/image
            """);

    static final List<FieldSpec> REPLICAS = FieldSpec.list(
            """
            +spec/replicas Deployment
            +spec/replicas StatefulSet
            +spec/replicas ReplicaSet
            +spec/replicas ReplicationController
            """);

    private FieldSpecs() {}

    private static List<FieldSpec> affinity(String kind) {
        String terms =
                "spec/template/spec/affinity/%s/%sDuringSchedulingIgnoredDuringExecution/%slabelSelector/matchLabels %s apps\n";
        StringBuilder lines = new StringBuilder();
        for (String affinity : List.of("podAffinity", "podAntiAffinity")) {
            lines.append(terms.formatted(affinity, "preferred", "podAffinityTerm/", kind));
            lines.append(terms.formatted(affinity, "required", "", kind));
        }
        lines.append("spec/template/spec/topologySpreadConstraints/labelSelector/matchLabels " + kind + " apps\n");
        return FieldSpec.list(lines.toString());
    }
}
