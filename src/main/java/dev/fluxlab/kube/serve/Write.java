package dev.fluxlab.kube.serve;

import dev.fluxlab.kube.apply.Ownership;
import dev.fluxlab.kube.apply.Target;
import dev.fluxlab.kube.auth.Caller;
import dev.fluxlab.kube.store.Key;
import dev.fluxlab.kube.type.GroupResource;
import dev.fluxlab.kube.type.ResourceType;

/** Who writes what, where and how: everything of a write but the object. */
record Write(
        ResourceType type, String namespace, String name, String subresource, WriteOptions options, Caller caller) {

    GroupResource resource() {
        return type.groupResource();
    }

    Key key(String objectName) {
        return keyOf(type, namespace, objectName);
    }

    static Key keyOf(ResourceType type, String namespace, String name) {
        return new Key(type.storedIn().toString(), type.namespaced() ? namespace : "", name);
    }

    Ownership ownership() {
        return new Ownership(new Target(
                type.apiVersion(),
                type.kind().kind(),
                type.schema(),
                subresource,
                type.rules().resetFields(subresource)));
    }

    /** The same of another object. */
    Write of(String otherNamespace, String otherName) {
        return new Write(type, otherNamespace, otherName, subresource, options, caller);
    }

    ApiException notFound() {
        return Refusals.notFound(resource(), name);
    }

    /** The server's own write to an object's status, as the real server's embedded controllers do it. */
    static Write byServer(ResourceType type, String namespace, String name, String subresource) {
        WriteOptions options = new WriteOptions(false, "kube-apiserver", WriteOptions.FieldValidation.IGNORE, false);
        Caller server = Caller.of("system:apiserver", java.util.List.of(Caller.MASTERS));
        return new Write(type, namespace, name, subresource, options, server);
    }
}
