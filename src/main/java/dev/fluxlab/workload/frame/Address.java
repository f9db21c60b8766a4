package dev.fluxlab.workload.frame;

import dev.fluxlab.document.Obj;

/** Where an object, or a collection when the name is empty, is found on the API server. */
public record Address(String apiVersion, String plural, String namespace, String name) {

    public static Address pod(String namespace, String name) {
        return new Address("v1", "pods", namespace, name);
    }

    public static Address replicaSet(String namespace, String name) {
        return new Address("apps/v1", "replicasets", namespace, name);
    }

    public static Address deployment(String namespace, String name) {
        return new Address("apps/v1", "deployments", namespace, name);
    }

    /** The address of another object of this kind and namespace. */
    public Address named(String other) {
        return new Address(apiVersion, plural, namespace, other);
    }

    /** The address that an object of this kind says it has. */
    public Address of(Obj object) {
        return new Address(apiVersion, plural, object.text("metadata", "namespace"), object.text("metadata", "name"));
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
