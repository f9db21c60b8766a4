package dev.fluxlab.kube.type;

import dev.fluxlab.document.Obj;

/** What an object says it is; the core group is the empty text. */
public record GroupVersionKind(String group, String version, String kind) {

    /** The kind named by an object's {@code apiVersion} and {@code kind}. */
    public static GroupVersionKind of(String apiVersion, String kind) {
        int slash = apiVersion.indexOf('/');
        return slash < 0
                ? new GroupVersionKind("", apiVersion, kind)
                : new GroupVersionKind(apiVersion.substring(0, slash), apiVersion.substring(slash + 1), kind);
    }

    public static GroupVersionKind of(Obj object) {
        return of(object.text("apiVersion"), object.text("kind"));
    }

    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** As status messages name it: {@code Deployment.apps}. */
    public String qualifiedKind() {
        return group.isEmpty() ? kind : kind + "." + group;
    }

    @Override
    public String toString() {
        return group + "/" + version + ", Kind=" + kind;
    }
}
