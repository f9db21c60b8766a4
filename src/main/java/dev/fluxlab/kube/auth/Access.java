package dev.fluxlab.kube.auth;

/**
 * What a request wants to do: a verb on a resource (with its subresource as {@code pods/log}), or on a path that is no
 * resource.
 *
 * @param path of a request that names no resource; empty text for one that does
 */
public record Access(String verb, String group, String resource, String namespace, String name, String path) {

    public static Access toResource(String verb, String group, String resource, String namespace, String name) {
        return new Access(verb, group, resource, namespace, name, "");
    }

    public static Access toPath(String verb, String path) {
        return new Access(verb, "", "", "", "", path);
    }

    public boolean isResource() {
        return path.isEmpty();
    }
}
