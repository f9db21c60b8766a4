package dev.fluxlab.kustomize;

import dev.fluxlab.document.Json;
import java.util.Set;

/** Group, version and kind of an object; empty parts of a selector select everything. */
record Gvk(String group, String version, String kind) {

    // what kustomize's built-in schema (Kubernetes 1.21) is certain of; a kind it does not know has a namespace
    private static final Set<String> CLUSTER_SCOPED = Set.of(
            "admissionregistration.k8s.io/v1 MutatingWebhookConfiguration",
            "admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration",
            "admissionregistration.k8s.io/v1beta1 MutatingWebhookConfiguration",
            "admissionregistration.k8s.io/v1beta1 ValidatingWebhookConfiguration",
            "apiextensions.k8s.io/v1 CustomResourceDefinition",
            "apiextensions.k8s.io/v1beta1 CustomResourceDefinition",
            "apiregistration.k8s.io/v1 APIService",
            "apiregistration.k8s.io/v1beta1 APIService",
            "certificates.k8s.io/v1 CertificateSigningRequest",
            "certificates.k8s.io/v1beta1 CertificateSigningRequest",
            "flowcontrol.apiserver.k8s.io/v1beta1 FlowSchema",
            "flowcontrol.apiserver.k8s.io/v1beta1 PriorityLevelConfiguration",
            "networking.k8s.io/v1 IngressClass",
            "networking.k8s.io/v1beta1 IngressClass",
            "node.k8s.io/v1 RuntimeClass",
            "node.k8s.io/v1beta1 RuntimeClass",
            "policy/v1beta1 PodSecurityPolicy",
            "rbac.authorization.k8s.io/v1 ClusterRole",
            "rbac.authorization.k8s.io/v1 ClusterRoleBinding",
            "rbac.authorization.k8s.io/v1beta1 ClusterRole",
            "rbac.authorization.k8s.io/v1beta1 ClusterRoleBinding",
            "scheduling.k8s.io/v1 PriorityClass",
            "scheduling.k8s.io/v1beta1 PriorityClass",
            "storage.k8s.io/v1 CSIDriver",
            "storage.k8s.io/v1 CSINode",
            "storage.k8s.io/v1 StorageClass",
            "storage.k8s.io/v1 VolumeAttachment",
            "storage.k8s.io/v1beta1 CSIDriver",
            "storage.k8s.io/v1beta1 CSINode",
            "storage.k8s.io/v1beta1 StorageClass",
            "storage.k8s.io/v1beta1 VolumeAttachment",
            "v1 ComponentStatus",
            "v1 Namespace",
            "v1 Node",
            "v1 PersistentVolume");

    static final Gvk ANY = new Gvk("", "", "");

    static Gvk of(Json object) {
        return of(Scalars.text(object, "apiVersion"), Scalars.text(object, "kind"));
    }

    static Gvk of(String apiVersion, String kind) {
        int slash = apiVersion.indexOf('/');
        return slash < 0
                ? new Gvk("", apiVersion, kind)
                : new Gvk(apiVersion.substring(0, slash), apiVersion.substring(slash + 1), kind);
    }

    static Gvk ofKind(String kind) {
        return new Gvk("", "", kind);
    }

    String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    boolean isSelectedBy(Gvk selector) {
        return (selector.group.isEmpty() || selector.group.equals(group))
                && (selector.version.isEmpty() || selector.version.equals(version))
                && (selector.kind.isEmpty() || selector.kind.equals(kind));
    }

    boolean isClusterScoped() {
        return CLUSTER_SCOPED.contains(apiVersion() + " " + kind);
    }

    @Override
    public String toString() {
        return or(kind, "[noKind]") + "." + or(version, "[noVer]") + "." + or(group, "[noGrp]");
    }

    private static String or(String text, String other) {
        return text.isEmpty() ? other : text;
    }
}
