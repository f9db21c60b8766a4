package dev.fluxlab.kustomize;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The order of the rendered objects: as they were gathered, or kinds that others need first. */
final class Ordering {

    private static final List<String> FIRST = List.of(
            "Namespace",
            "ResourceQuota",
            "StorageClass",
            "CustomResourceDefinition",
            "ServiceAccount",
            "PodSecurityPolicy",
            "Role",
            "ClusterRole",
            "RoleBinding",
            "ClusterRoleBinding",
            "ConfigMap",
            "Secret",
            "Endpoints",
            "Service",
            "LimitRange",
            "PriorityClass",
            "PersistentVolume",
            "PersistentVolumeClaim",
            "Deployment",
            "StatefulSet",
            "CronJob",
            "PodDisruptionBudget");
    private static final List<String> LAST = List.of("MutatingWebhookConfiguration", "ValidatingWebhookConfiguration");

    private final List<String> first;
    private final List<String> last;

    private Ordering(List<String> first, List<String> last) {
        this.first = first;
        this.last = last;
    }

    static void legacy(ResourceSet resources) {
        new Ordering(FIRST, LAST).sort(resources);
    }

    /** The order that {@code sortOptions} says. */
    static void apply(Obj options, ResourceSet resources) {
        String order = options.text("order");
        if (!order.equals("fifo") && !order.equals("legacy")) {
            throw new KustomizeException("the field 'sortOptions.order' must be one of [fifo, legacy]");
        }
        if (order.equals("fifo")) {
            if (options.has("legacySortOptions")) {
                throw new KustomizeException(
                        "the field 'sortOptions.legacySortOptions' is set but the selected sort order"
                                + " is 'fifo', not 'legacy'");
            }
            return;
        }
        if (options.has("legacySortOptions")) {
            new Ordering(kinds(options, "orderFirst"), kinds(options, "orderLast")).sort(resources);
        } else {
            legacy(resources);
        }
    }

    private static List<String> kinds(Obj options, String field) {
        return options.items("legacySortOptions", field).stream()
                .map(Json::asText)
                .map(text -> text.orElse(""))
                .toList();
    }

    private void sort(ResourceSet resources) {
        List<Resource> sorted = new ArrayList<>(resources.all());
        sorted.sort(Comparator.<Resource>comparingInt(each -> rank(each.gvk().kind()))
                .thenComparing(each -> kindText(each.gvk()))
                .thenComparing(each -> idText(each.id())));
        resources.reorder(sorted);
    }

    private int rank(String kind) {
        if (last.contains(kind)) {
            return 1 + last.indexOf(kind);
        }
        return first.contains(kind) ? first.indexOf(kind) - first.size() : 0;
    }

    // the signs stand for nothing and sort after any letter
    private static String kindText(Gvk gvk) {
        return or(gvk.group(), "~G") + "_" + or(gvk.version(), "~V") + "_" + or(gvk.kind(), "~K");
    }

    private static String idText(ResourceId id) {
        return id.gvk() + "|" + or(id.namespace(), "~X") + "|" + or(id.name(), "~N");
    }

    private static String or(String text, String other) {
        return text.isEmpty() ? other : text;
    }
}
