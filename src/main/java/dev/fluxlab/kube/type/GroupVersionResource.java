package dev.fluxlab.kube.type;

/** A collection of objects in one version: what a request path names. */
public record GroupVersionResource(String group, String version, String resource) {

    public GroupResource groupResource() {
        return new GroupResource(group, resource);
    }
}
