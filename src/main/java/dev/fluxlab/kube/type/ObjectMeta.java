package dev.fluxlab.kube.type;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Null;
import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.type.Formats.Format;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What is checked of every object's metadata. */
final class ObjectMeta {

    private static final int LARGEST_ANNOTATIONS = 256 * 1024;
    private static final List<String> IMMUTABLE =
            List.of("name", "namespace", "uid", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds");

    private ObjectMeta() {}

    static void check(Obj meta, Format names, Findings at) {
        String prefix = meta.text("generateName");
        if (!prefix.isEmpty()) {
            at.in("generateName").invalid(prefix, names.complaints(withoutTrailingDash(prefix)));
        }
        String name = meta.text("name");
        if (name.isEmpty()) {
            at.in("name").required("name or generateName is required");
        } else {
            at.in("name").invalid(name, names.complaints(name));
        }
        checkShared(meta, at);
        checkFinalizers(texts(meta, "finalizers"), at.in("finalizers"));
    }

    /** A generated name goes on after the dash, so the dash is not its end. */
    private static String withoutTrailingDash(String prefix) {
        return prefix.length() > 1 && prefix.endsWith("-") ? prefix.substring(0, prefix.length() - 2) + "a" : prefix;
    }

    static void checkChange(Obj meta, Obj old, Findings at) {
        if (old.has("deletionTimestamp")) {
            Set<String> added = new TreeSet<>(texts(meta, "finalizers"));
            new HashSet<>(texts(old, "finalizers")).forEach(added::remove);
            if (!added.isEmpty()) {
                at.in("finalizers")
                        .forbidden(
                                "no new finalizers can be added if the object is being deleted, found new finalizers "
                                        + GoText.stringSlice(new ArrayList<>(added)));
            }
        }
        for (String field : IMMUTABLE) {
            Immutable.check(meta.get(field).orElse(Null.NULL), old.get(field).orElse(Null.NULL), at.in(field));
        }
        checkShared(meta, at);
    }

    private static void checkShared(Obj meta, Findings at) {
        checkLabels(meta.texts("labels"), at.in("labels"));
        checkAnnotations(meta.texts("annotations"), at.in("annotations"));
        checkOwners(meta.items("ownerReferences"), at.in("ownerReferences"));
    }

    static void checkLabels(Map<String, String> labels, Findings at) {
        labels.forEach((key, value) -> {
            at.invalid(key, Formats.qualifiedName(key));
            at.invalid(value, Formats.labelValue(value));
        });
    }

    static void checkAnnotations(Map<String, String> annotations, Findings at) {
        long size = 0;
        for (Map.Entry<String, String> annotation : annotations.entrySet()) {
            at.invalid(annotation.getKey(), Formats.annotationKey(annotation.getKey()));
            size += annotation.getKey().length() + annotation.getValue().length();
        }
        if (size > LARGEST_ANNOTATIONS) {
            at.tooLong(LARGEST_ANNOTATIONS);
        }
    }

    private static void checkOwners(List<Json> owners, Findings at) {
        String controller = "";
        for (Json owner : owners) {
            checkOwner(owner, at);
            if (!owner.at("controller").flatMap(Json::asBoolean).orElse(false)) {
                continue;
            }
            String named = owner.text("kind") + "/" + owner.text("name");
            if (!controller.isEmpty()) {
                at.invalid(
                        new Arr(owners),
                        "Only one reference can have Controller set to true. Found \"true\" in references for "
                                + controller + " and " + named);
            }
            controller = controller.isEmpty() ? named : controller;
        }
    }

    private static void checkOwner(Json owner, Findings at) {
        GroupVersionKind kind = GroupVersionKind.of(owner.text("apiVersion"), owner.text("kind"));
        if (kind.version().isEmpty()) {
            at.in("apiVersion").invalid(owner.text("apiVersion"), "version must not be empty");
        }
        for (String field : List.of("kind", "name", "uid")) {
            if (owner.text(field).isEmpty()) {
                at.in(field).invalid("", "must not be empty");
            }
        }
        if (kind.equals(new GroupVersionKind("", "v1", "Event"))) {
            at.invalid(owner, kind + " is disallowed from being an owner");
        }
    }

    private static void checkFinalizers(List<String> finalizers, Findings at) {
        finalizers.forEach(finalizer -> at.invalid(finalizer, Formats.qualifiedName(finalizer)));
        if (finalizers.contains("orphan") && finalizers.contains("foregroundDeletion")) {
            at.invalid(Arr.ofTexts(finalizers), "finalizer orphan and foregroundDeletion cannot be both set");
        }
    }

    private static List<String> texts(Obj meta, String key) {
        return meta.items(key).stream().flatMap(item -> item.asText().stream()).toList();
    }
}
