package dev.fluxlab.world.view;

/** A kind of Kubernetes object that the lab speaks of. */
public enum Kind {
    NAMESPACE("v1", "Namespace", "namespaces", false),
    POD("v1", "Pod", "pods", true),
    SERVICE("v1", "Service", "services", true),
    EVENT("v1", "Event", "events", true),
    CONFIG_MAP("v1", "ConfigMap", "configmaps", true),
    ENDPOINT_SLICE("discovery.k8s.io/v1", "EndpointSlice", "endpointslices", true),
    DEPLOYMENT("apps/v1", "Deployment", "deployments", true),
    REPLICA_SET("apps/v1", "ReplicaSet", "replicasets", true),
    GIT_REPOSITORY("source.toolkit.fluxcd.io/v1", "GitRepository", "gitrepositories", true),
    OCI_REPOSITORY("source.toolkit.fluxcd.io/v1", "OCIRepository", "ocirepositories", true),
    KUSTOMIZATION("kustomize.toolkit.fluxcd.io/v1", "Kustomization", "kustomizations", true),
    IMAGE_REPOSITORY("image.toolkit.fluxcd.io/v1", "ImageRepository", "imagerepositories", true),
    IMAGE_POLICY("image.toolkit.fluxcd.io/v1", "ImagePolicy", "imagepolicies", true),
    IMAGE_UPDATE_AUTOMATION("image.toolkit.fluxcd.io/v1", "ImageUpdateAutomation", "imageupdateautomations", true),
    ALERT("notification.toolkit.fluxcd.io/v1beta3", "Alert", "alerts", true),
    PROVIDER("notification.toolkit.fluxcd.io/v1beta3", "Provider", "providers", true),
    RECEIVER("notification.toolkit.fluxcd.io/v1", "Receiver", "receivers", true);

    private final String apiVersion;
    private final String kind;
    private final String plural;
    private final boolean namespaced;

    Kind(String apiVersion, String kind, String plural, boolean namespaced) {
        this.apiVersion = apiVersion;
        this.kind = kind;
        this.plural = plural;
        this.namespaced = namespaced;
    }

    public String apiVersion() {
        return apiVersion;
    }

    /** The name of the kind as manifests write it. */
    public String kind() {
        return kind;
    }

    public String plural() {
        return plural;
    }

    public boolean isNamespaced() {
        return namespaced;
    }

    /** Whether it is one of Flux's kinds. */
    public boolean isFlux() {
        return apiVersion.contains("toolkit.fluxcd.io");
    }

    /** Whether a controller reports on its objects with a Ready condition; alerts and providers have none. */
    public boolean isReconciled() {
        return isFlux() && this != ALERT && this != PROVIDER;
    }

    /** The path of the collection; an empty namespace means all of them. */
    String path(String namespace) {
        String root = apiVersion.contains("/") ? "/apis/" : "/api/";
        String within = namespaced && !namespace.isEmpty() ? "/namespaces/" + namespace : "";
        return root + apiVersion + within + "/" + plural;
    }

    @Override
    public String toString() {
        return kind;
    }
}
