package dev.fluxlab.kube.type;

/** A collection of objects whatever the version, as authorization rules and messages name it. */
public record GroupResource(String group, String resource) {

    /** {@code deployments.apps}, or {@code pods} for the core group. */
    @Override
    public String toString() {
        return group.isEmpty() ? resource : resource + "." + group;
    }
}
