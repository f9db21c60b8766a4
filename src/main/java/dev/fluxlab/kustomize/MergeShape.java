package dev.fluxlab.kustomize;

import dev.fluxlab.document.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which lists of a kind are merged and by what keys: what kustomize's built-in schema (Kubernetes 1.21) says. */
record MergeShape(Map<String, MergeShape> members, Map<String, List<String>> mergeKeys) {

    private static final List<String> BY_NAME = List.of("name");
    private static final List<String> BY_TYPE = List.of("type");

    static final MergeShape NONE = new MergeShape(Map.of(), Map.of());

    // a list without keys is one of texts
    private static final MergeShape METADATA =
            lists(Map.of("finalizers", List.of(), "ownerReferences", List.of("uid")));
    private static final MergeShape STATUS = lists(Map.of("conditions", BY_TYPE));
    private static final MergeShape EPHEMERAL_CONTAINER =
            lists(Map.of("env", BY_NAME, "volumeDevices", List.of("devicePath"), "volumeMounts", List.of("mountPath")));
    private static final MergeShape CONTAINER = lists(Map.of(
            "env", BY_NAME,
            "ports", List.of("containerPort", "protocol"),
            "volumeDevices", List.of("devicePath"),
            "volumeMounts", List.of("mountPath")));
    private static final MergeShape POD_SPEC = new MergeShape(
            Map.of(
                    "containers", CONTAINER,
                    "initContainers", CONTAINER,
                    "ephemeralContainers", EPHEMERAL_CONTAINER),
            Map.of(
                    "containers", BY_NAME,
                    "initContainers", BY_NAME,
                    "ephemeralContainers", BY_NAME,
                    "hostAliases", List.of("ip"),
                    "imagePullSecrets", BY_NAME,
                    "topologySpreadConstraints", List.of("topologyKey", "whenUnsatisfiable"),
                    "volumes", BY_NAME));
    private static final MergeShape TEMPLATE = object(Map.of("metadata", METADATA, "spec", POD_SPEC));
    private static final MergeShape WORKLOAD =
            object(Map.of("metadata", METADATA, "spec", object(Map.of("template", TEMPLATE)), "status", STATUS));
    private static final MergeShape SERVICE = object(Map.of(
            "metadata", METADATA, "spec", lists(Map.of("ports", List.of("port", "protocol"))), "status", STATUS));
    private static final MergeShape WEBHOOKS =
            new MergeShape(Map.of("metadata", METADATA), Map.of("webhooks", BY_NAME));

    private static final Map<String, MergeShape> KINDS = Map.ofEntries(
            Map.entry("apps/v1 Deployment", WORKLOAD),
            Map.entry("apps/v1 DaemonSet", WORKLOAD),
            Map.entry("apps/v1 ReplicaSet", WORKLOAD),
            Map.entry("apps/v1 StatefulSet", WORKLOAD),
            Map.entry("batch/v1 Job", WORKLOAD),
            Map.entry("batch/v1 CronJob", cronJob()),
            Map.entry("batch/v1beta1 CronJob", cronJob()),
            Map.entry("v1 ReplicationController", WORKLOAD),
            Map.entry("v1 Pod", object(Map.of("metadata", METADATA, "spec", POD_SPEC, "status", STATUS))),
            Map.entry("v1 PodTemplate", object(Map.of("metadata", METADATA, "template", TEMPLATE))),
            Map.entry("v1 Service", SERVICE),
            Map.entry("v1 ServiceAccount", new MergeShape(Map.of("metadata", METADATA), Map.of("secrets", BY_NAME))),
            Map.entry("admissionregistration.k8s.io/v1 MutatingWebhookConfiguration", WEBHOOKS),
            Map.entry("admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration", WEBHOOKS));

    private static final Set<String> KNOWN_VERSIONS = Set.of(
            "v1",
            "admissionregistration.k8s.io/v1",
            "apiextensions.k8s.io/v1",
            "apiregistration.k8s.io/v1",
            "apps/v1",
            "autoscaling/v1",
            "autoscaling/v2beta1",
            "autoscaling/v2beta2",
            "batch/v1",
            "batch/v1beta1",
            "certificates.k8s.io/v1",
            "coordination.k8s.io/v1",
            "discovery.k8s.io/v1",
            "events.k8s.io/v1",
            "networking.k8s.io/v1",
            "networking.k8s.io/v1beta1",
            "node.k8s.io/v1",
            "policy/v1",
            "policy/v1beta1",
            "rbac.authorization.k8s.io/v1",
            "rbac.authorization.k8s.io/v1beta1",
            "scheduling.k8s.io/v1",
            "storage.k8s.io/v1");

    private static MergeShape cronJob() {
        MergeShape job = object(Map.of("metadata", METADATA, "spec", object(Map.of("template", TEMPLATE))));
        return object(Map.of("metadata", METADATA, "spec", object(Map.of("jobTemplate", job))));
    }

    private static MergeShape object(Map<String, MergeShape> members) {
        return new MergeShape(members, Map.of());
    }

    private static MergeShape lists(Map<String, List<String>> mergeKeys) {
        return new MergeShape(Map.of(), mergeKeys);
    }

    static MergeShape of(Json object) {
        String apiVersion = Scalars.text(object, "apiVersion");
        MergeShape plain = KNOWN_VERSIONS.contains(apiVersion) ? object(Map.of("metadata", METADATA)) : NONE;
        return KINDS.getOrDefault(apiVersion + " " + Scalars.text(object, "kind"), plain);
    }

    MergeShape member(String field) {
        return members.getOrDefault(field, NONE);
    }

    Optional<List<String>> keysOf(String field) {
        return Optional.ofNullable(mergeKeys.get(field));
    }
}
