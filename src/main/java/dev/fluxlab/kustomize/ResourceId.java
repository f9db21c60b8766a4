package dev.fluxlab.kustomize;

/** What tells one object from another: its kind, name and namespace. */
record ResourceId(Gvk gvk, String name, String namespace) {

    private static final String NO_NAMESPACE = "_non_namespaceable_";

    /** The namespace that counts when two ids are compared: none and {@code default} are the same. */
    String effectiveNamespace() {
        if (gvk.isClusterScoped()) {
            return NO_NAMESPACE;
        }
        return namespace.isEmpty() ? "default" : namespace;
    }

    boolean isClusterScoped() {
        return gvk.isClusterScoped();
    }

    boolean isInNamespaceOf(ResourceId other) {
        return effectiveNamespace().equals(other.effectiveNamespace());
    }

    boolean matches(ResourceId other) {
        return isInNamespaceOf(other) && name.equals(other.name) && gvk.equals(other.gvk);
    }

    boolean isSelectedBy(ResourceId selector) {
        return (selector.name.isEmpty() || selector.name.equals(name))
                && (selector.namespace.isEmpty() || selector.isInNamespaceOf(this))
                && gvk.isSelectedBy(selector.gvk);
    }

    boolean isEmpty() {
        return gvk.equals(Gvk.ANY) && name.isEmpty() && namespace.isEmpty();
    }

    @Override
    public String toString() {
        return gvk + "/" + (name.isEmpty() ? "[noName]" : name) + "." + (namespace.isEmpty() ? "[noNs]" : namespace);
    }
}
