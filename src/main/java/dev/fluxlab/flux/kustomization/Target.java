package dev.fluxlab.flux.kustomization;

import dev.fluxlab.document.Obj;

/** Which object is meant, as trees name it. */
record Target(String apiVersion, String kind, String namespace, String name) {

    static Target of(Obj object) {
        return new Target(
                object.text("apiVersion"),
                object.text("kind"),
                object.text("metadata", "namespace"),
                object.text("metadata", "name"));
    }

    String group() {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    String version() {
        return apiVersion.substring(apiVersion.indexOf('/') + 1);
    }

    /** {@code Kind/namespace/name}, as messages and events name it. */
    @Override
    public String toString() {
        return namespace.isEmpty() ? kind + "/" + name : kind + "/" + namespace + "/" + name;
    }
}
