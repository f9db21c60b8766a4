package dev.fluxlab.workload.lifetime;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.workload.frame.Address;
import dev.fluxlab.workload.frame.Cluster;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is left in a namespace that is being deleted.
 *
 * @param left how many objects of each kind, by {@code plural.group}
 * @param finalizers how many objects wait for each finalizer
 */
record Contents(Map<String, Integer> left, Map<String, Integer> finalizers) {

    private static final Obj BACKGROUND = Obj.of("propagationPolicy", "Background");

    /** Deletes all that can be, and counts what is still there. */
    static Contents delete(Cluster cluster, String namespace) {
        Map<String, Integer> left = new TreeMap<>();
        Map<String, Integer> finalizers = new TreeMap<>();
        for (Resource resource : Resource.all(cluster)) {
            if (resource.namespaced() && resource.can("list") && resource.can("delete")) {
                Address collection = resource.in(namespace);
                for (Obj object : cluster.list(collection, "")) {
                    if (object.text("metadata", "deletionTimestamp").isEmpty()) {
                        cluster.delete(collection.of(object), BACKGROUND);
                    }
                }
                cluster.list(collection, "").forEach(object -> {
                    left.merge(name(resource), 1, Integer::sum);
                    object.items("metadata", "finalizers")
                            .forEach(finalizer ->
                                    finalizers.merge(finalizer.asText().orElse(""), 1, Integer::sum));
                });
            }
        }
        return new Contents(left, finalizers);
    }

    private static String name(Resource resource) {
        int slash = resource.apiVersion().indexOf('/');
        return slash < 0
                ? resource.plural() + "."
                : resource.plural() + "." + resource.apiVersion().substring(0, slash);
    }

    boolean isEmpty() {
        return left.isEmpty();
    }

    /** The status with the five conditions that the real controller writes. */
    Obj describe(Obj before, Instant now) {
        List<Json> conditions = new ArrayList<>();
        conditions.add(condition(
                before,
                now,
                "NamespaceDeletionDiscoveryFailure",
                false,
                "ResourcesDiscovered",
                "All resources successfully discovered"));
        conditions.add(condition(
                before,
                now,
                "NamespaceDeletionGroupVersionParsingFailure",
                false,
                "ParsedGroupVersions",
                "All legacy kube types successfully parsed"));
        conditions.add(condition(
                before,
                now,
                "NamespaceDeletionContentFailure",
                false,
                "ContentDeleted",
                "All content successfully deleted, may be waiting on finalization"));
        conditions.add(condition(
                before,
                now,
                "NamespaceContentRemaining",
                !left.isEmpty(),
                left.isEmpty() ? "ContentRemoved" : "SomeResourcesRemain",
                left.isEmpty()
                        ? "All content successfully removed"
                        : "Some resources are remaining: " + counts(left, " has ", " resource instances")));
        conditions.add(condition(
                before,
                now,
                "NamespaceFinalizersRemaining",
                !finalizers.isEmpty(),
                finalizers.isEmpty() ? "ContentHasNoFinalizers" : "SomeFinalizersRemain",
                finalizers.isEmpty()
                        ? "All content-preserving finalizers finished"
                        : "Some content in the namespace has finalizers remaining: "
                                + counts(finalizers, " in ", " resource instances")));
        return before.with("conditions", new Arr(conditions));
    }

    private static String counts(Map<String, Integer> counts, String verb, String noun) {
        return String.join(
                ", ",
                counts.entrySet().stream()
                        .map(entry -> entry.getKey() + verb + entry.getValue() + noun)
                        .toList());
    }

    private static Obj condition(Obj before, Instant now, String type, boolean holds, String reason, String message) {
        String status = holds ? "True" : "False";
        String time = before.items("conditions").stream()
                .filter(condition -> condition.text("type").equals(type)
                        && condition.text("status").equals(status))
                .map(condition -> condition.text("lastTransitionTime"))
                .findFirst()
                .orElse(now.truncatedTo(ChronoUnit.SECONDS).toString());
        return Obj.builder()
                .put("type", type)
                .put("status", status)
                .put("lastTransitionTime", time)
                .put("reason", reason)
                .put("message", message)
                .build();
    }
}
