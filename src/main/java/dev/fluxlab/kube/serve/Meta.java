package dev.fluxlab.kube.serve;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Reads and sets members of an object's metadata. */
final class Meta {

    private static final List<String> ORDER = List.of(
            "name",
            "generateName",
            "namespace",
            "selfLink",
            "uid",
            "resourceVersion",
            "generation",
            "creationTimestamp",
            "deletionTimestamp",
            "deletionGracePeriodSeconds",
            "labels",
            "annotations",
            "ownerReferences",
            "finalizers",
            "managedFields");

    private Meta() {}

    static String text(Obj object, String member) {
        return object.text("metadata", member);
    }

    static String name(Obj object) {
        return text(object, "name");
    }

    static boolean isDeleting(Obj object) {
        return !text(object, "deletionTimestamp").isEmpty();
    }

    static List<String> finalizers(Obj object) {
        return object.items("metadata", "finalizers").stream()
                .flatMap(item -> item.asText().stream())
                .toList();
    }

    static Obj withFinalizers(Obj object, List<String> finalizers) {
        return finalizers.isEmpty()
                ? without(object, "finalizers")
                : with(object, "finalizers", Arr.ofTexts(finalizers));
    }

    static Obj with(Obj object, String member, Json value) {
        return object.withObj("metadata", meta -> meta.with(member, value));
    }

    static Obj with(Obj object, String member, String value) {
        return with(object, member, Json.string(value));
    }

    static Obj without(Obj object, String member) {
        return object.withObj("metadata", meta -> meta.without(member));
    }

    /** The member as another object has it: set, or taken away. */
    static Obj copied(Obj object, String member, Obj from) {
        return from.at("metadata", member)
                .map(value -> with(object, member, value))
                .orElseGet(() -> without(object, member));
    }

    /** The object with the members of its metadata in the order that Go's struct has, which error messages show. */
    static Obj ordered(Obj object) {
        Obj metadata = object.obj("metadata");
        Obj.Builder ordered = Obj.builder();
        for (String member : ORDER) {
            metadata.get(member).ifPresent(value -> ordered.put(member, value));
        }
        metadata.members().forEach((member, value) -> {
            if (!ordered.has(member)) {
                ordered.put(member, value);
            }
        });
        return object.with("metadata", ordered.build());
    }

    /** The time as metadata holds it, in whole seconds. */
    static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
