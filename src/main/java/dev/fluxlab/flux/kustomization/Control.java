package dev.fluxlab.flux.kustomization;

import dev.fluxlab.document.Obj;

/** The labels and annotations by which people steer single objects. */
final class Control {

    static final String PREFIX = "kustomize.toolkit.fluxcd.io/";
    static final String OWNER_NAME = PREFIX + "name";
    static final String OWNER_NAMESPACE = PREFIX + "namespace";

    private Control() {}

    static boolean says(Obj object, String key, String value) {
        return object.text("metadata", "annotations", PREFIX + key).equalsIgnoreCase(value)
                || object.text("metadata", "labels", PREFIX + key).equalsIgnoreCase(value);
    }

    static boolean leavesAlone(Obj object) {
        return says(object, "reconcile", "disabled") || says(object, "ssa", "Ignore");
    }

    /** The object with the labels that say which Kustomization it belongs to. */
    static Obj owned(Obj object, String name, String namespace) {
        return object.withObj(
                "metadata",
                metadata -> metadata.withObj(
                        "labels", labels -> labels.with(OWNER_NAME, name).with(OWNER_NAMESPACE, namespace)));
    }

    static boolean isOwned(Obj object, String name, String namespace) {
        return object.text("metadata", "labels", OWNER_NAME).equals(name)
                && object.text("metadata", "labels", OWNER_NAMESPACE).equals(namespace);
    }
}
