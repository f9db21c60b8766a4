package dev.fluxlab.workload.frame;

import dev.fluxlab.document.Obj;

/**
 * Something worth an event.
 *
 * @param about the object it happened to
 * @param fieldPath the part of it, or empty
 * @param type Normal or Warning
 */
public record Happening(Obj about, String fieldPath, String type, String reason, String message) {

    public static Happening normal(Obj about, String reason, String message) {
        return new Happening(about, "", "Normal", reason, message);
    }

    public static Happening warning(Obj about, String reason, String message) {
        return new Happening(about, "", "Warning", reason, message);
    }

    /** The same, at a part of the object. */
    public Happening at(String path) {
        return new Happening(about, path, type, reason, message);
    }

    String namespace() {
        String namespace = about.text("metadata", "namespace");
        return namespace.isEmpty() ? "default" : namespace;
    }

    Obj reference() {
        Obj.Builder reference = Obj.builder()
                .put("kind", about.text("kind"))
                .put("namespace", about.text("metadata", "namespace"))
                .put("name", about.text("metadata", "name"))
                .put("uid", about.text("metadata", "uid"))
                .put("apiVersion", about.text("apiVersion"))
                .put("resourceVersion", about.text("metadata", "resourceVersion"));
        if (!fieldPath.isEmpty()) {
            reference.put("fieldPath", fieldPath);
        }
        return reference.build();
    }
}
