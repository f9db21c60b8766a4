package dev.fluxlab.kustomize;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A field that holds the name of an object of a kind. */
record NameReference(Gvk target, FieldSpec field) {

    private static final Map<String, String> POD_SPECS = Map.of(
            "Pod", "spec",
            "PodTemplate", "template/spec",
            "CronJob", "spec/jobTemplate/spec/template/spec");
    private static final List<String> WITH_CONFIG =
            List.of("Pod", "PodTemplate", "Deployment", "ReplicaSet", "DaemonSet", "StatefulSet", "Job", "CronJob");
    private static final List<String> WITH_ACCOUNT =
            List.of("Pod", "StatefulSet", "Deployment", "ReplicationController", "CronJob", "Job", "DaemonSet");

    /** Every reference that kustomize knows of by itself. */
    static final List<NameReference> ALL = Stream.of(
                    scaled(),
                    to(
                            new Gvk("", "v1", "ConfigMap"),
                            inPods(
                                            WITH_CONFIG,
                                            """
                            volumes/configMap/name
                            containers/env/valueFrom/configMapKeyRef/name
                            initContainers/env/valueFrom/configMapKeyRef/name
                            containers/envFrom/configMapRef/name
                            initContainers/envFrom/configMapRef/name
                            volumes/projected/sources/configMap/name
                            """)
                                    + """
                            spec/configSource/configMap Node
                            rules/resourceNames Role
                            rules/resourceNames ClusterRole
                            metadata/annotations/nginx.ingress.kubernetes.io\\/fastcgi-params-configmap Ingress
                            """),
                    to(
                            new Gvk("", "v1", "Secret"),
                            inPods(
                                            WITH_CONFIG,
                                            """
                            volumes/secret/secretName
                            containers/env/valueFrom/secretKeyRef/name
                            initContainers/env/valueFrom/secretKeyRef/name
                            containers/envFrom/secretRef/name
                            initContainers/envFrom/secretRef/name
                            imagePullSecrets/name
                            volumes/projected/sources/secret/name
                            """)
                                    + """
                            spec/tls/secretName Ingress
                            metadata/annotations/ingress.kubernetes.io\\/auth-secret Ingress
                            metadata/annotations/nginx.ingress.kubernetes.io\\/auth-secret Ingress
                            metadata/annotations/nginx.ingress.kubernetes.io\\/auth-tls-secret Ingress
                            imagePullSecrets/name ServiceAccount
                            parameters/secretName StorageClass
                            parameters/adminSecretName StorageClass
                            parameters/userSecretName StorageClass
                            parameters/secretRef StorageClass
                            rules/resourceNames Role
                            rules/resourceNames ClusterRole
                            spec/template/spec/containers/env/valueFrom/secretKeyRef/name Service serving.knative.dev
                            spec/azureFile/secretName PersistentVolume
                            """),
                    to(
                            new Gvk("", "v1", "Service"),
                            """
                            spec/serviceName StatefulSet apps
                            spec/rules/http/paths/backend/serviceName Ingress
                            spec/backend/serviceName Ingress
                            spec/rules/http/paths/backend/service/name Ingress
                            spec/defaultBackend/service/name Ingress
                            spec/service/name APIService apiregistration.k8s.io
                            webhooks/clientConfig/service ValidatingWebhookConfiguration admissionregistration.k8s.io
                            webhooks/clientConfig/service MutatingWebhookConfiguration admissionregistration.k8s.io
                            """),
                    to(
                            new Gvk("rbac.authorization.k8s.io", "", "Role"),
                            """
                            roleRef/name RoleBinding rbac.authorization.k8s.io
                            """),
                    to(
                            new Gvk("rbac.authorization.k8s.io", "", "ClusterRole"),
                            """
                            roleRef/name RoleBinding rbac.authorization.k8s.io
                            roleRef/name ClusterRoleBinding rbac.authorization.k8s.io
                            """),
                    to(
                            new Gvk("", "v1", "ServiceAccount"),
                            """
                            subjects RoleBinding rbac.authorization.k8s.io
                            subjects ClusterRoleBinding rbac.authorization.k8s.io
                            """
                                    + inPods(WITH_ACCOUNT, "serviceAccountName\n")),
                    to(
                            new Gvk("", "v1", "PersistentVolumeClaim"),
                            inPods(WITH_ACCOUNT, "volumes/persistentVolumeClaim/claimName\n")),
                    to(
                            new Gvk("", "v1", "PersistentVolume"),
                            """
                            spec/volumeName PersistentVolumeClaim
                            rules/resourceNames ClusterRole
                            """),
                    to(
                            new Gvk("storage.k8s.io", "v1", "StorageClass"),
                            """
                            spec/storageClassName PersistentVolume
                            spec/storageClassName PersistentVolumeClaim
                            spec/volumeClaimTemplates/spec/storageClassName StatefulSet
                            """),
                    to(
                            new Gvk("scheduling.k8s.io", "v1", "PriorityClass"),
                            inPods(WITH_ACCOUNT, "priorityClassName\n")),
                    to(
                            new Gvk("admissionregistration.k8s.io", "", "ValidatingAdmissionPolicy"),
                            """
                            spec/policyName ValidatingAdmissionPolicyBinding admissionregistration.k8s.io
                            """))
            .flatMap(List::stream)
            .toList();

    private static List<NameReference> scaled() {
        return Stream.of("Deployment", "ReplicationController", "ReplicaSet", "StatefulSet")
                .flatMap(kind -> to(Gvk.ofKind(kind), "spec/scaleTargetRef/name HorizontalPodAutoscaler\n").stream())
                .toList();
    }

    private static List<NameReference> to(Gvk target, String lines) {
        return FieldSpec.list(lines).stream()
                .map(field -> new NameReference(target, field))
                .toList();
    }

    private static String inPods(List<String> kinds, String paths) {
        List<String> lines = new ArrayList<>();
        for (String kind : kinds) {
            String spec = POD_SPECS.getOrDefault(kind, "spec/template/spec");
            paths.lines().forEach(path -> lines.add(spec + "/" + path + " " + kind + "\n"));
        }
        return String.join("", lines);
    }
}
