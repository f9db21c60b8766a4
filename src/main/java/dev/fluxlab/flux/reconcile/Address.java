package dev.fluxlab.flux.reconcile;

import io.fabric8.kubernetes.api.model.HasMetadata;

/** Where an object, or a collection when the name is empty, is found on the API server. */
public record Address(String apiVersion, String plural, String namespace, String name) {

    /** An object of a kind that is a class. */
    public static Address of(Class<? extends HasMetadata> kind, String namespace, String name) {
        return new Address(HasMetadata.getApiVersion(kind), HasMetadata.getPlural(kind), namespace, name);
    }

    public static Address of(HasMetadata object) {
        return of(
                object.getClass(),
                object.getMetadata().getNamespace(),
                object.getMetadata().getName());
    }

    public static Address secret(String namespace, String name) {
        return new Address("v1", "secrets", namespace, name);
    }

    public static Address configMap(String namespace, String name) {
        return new Address("v1", "configmaps", namespace, name);
    }

    String path() {
        StringBuilder path = new StringBuilder(apiVersion.contains("/") ? "/apis/" : "/api/").append(apiVersion);
        if (!namespace.isEmpty()) {
            path.append("/namespaces/").append(namespace);
        }
        path.append('/').append(plural);
        return name.isEmpty() ? path.toString() : path.append('/').append(name).toString();
    }
}
