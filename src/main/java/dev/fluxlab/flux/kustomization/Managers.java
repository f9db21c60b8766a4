package dev.fluxlab.flux.kustomization;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes over the fields that kubectl wrote: they become the controller's own, so that the next apply removes those
 * which Git does not have.
 */
final class Managers {

    static final String CONTROLLER = "kustomize-controller";
    private static final List<String> STALE_ANNOTATIONS = List.of(
            "kubectl.kubernetes.io/last-applied-configuration", Control.PREFIX + "checksum", "fluxcd.io/sync-checksum");
    private static final String STALE_LABEL = "fluxcd.io/sync-gc-mark";

    private Managers() {}

    /** The JSON patch that takes over, when there is something to take. */
    static Optional<Arr> takeOver(Obj live) {
        List<Json> operations = new ArrayList<>();
        STALE_ANNOTATIONS.forEach(key -> remove(live, "annotations", key, operations));
        remove(live, "labels", STALE_LABEL, operations);
        List<Json> entries = live.items("metadata", "managedFields");
        List<Json> taken = taken(entries);
        if (!taken.equals(entries)) {
            operations.add(operation("replace", "/metadata/managedFields").with("value", new Arr(taken)));
        }
        if (operations.isEmpty()) {
            return Optional.empty();
        }
        operations.add(operation("replace", "/metadata/resourceVersion")
                .with("value", live.text("metadata", "resourceVersion")));
        return Optional.of(new Arr(operations));
    }

    private static Obj operation(String op, String path) {
        return Obj.of("op", op).with("path", path);
    }

    private static void remove(Obj live, String where, String key, List<Json> operations) {
        if (live.at("metadata", where, key).isPresent()) {
            operations.add(operation(
                    "remove",
                    "/metadata/" + where + "/" + key.replace("~", "~0").replace("/", "~1")));
        }
    }

    private static List<Json> taken(List<Json> entries) {
        List<Json> foreign = entries.stream().filter(Managers::isTaken).toList();
        if (foreign.isEmpty()) {
            return entries;
        }
        Obj fields = Obj.EMPTY;
        for (Json entry : foreign) {
            fields = union(fields, entry.obj("fieldsV1"));
        }
        Optional<Json> own = entries.stream().filter(Managers::isOwn).findFirst();
        Obj merged = own.orElse(foreign.get(0))
                .obj()
                .with("manager", CONTROLLER)
                .with("operation", "Apply")
                .with("fieldsV1", union(own.map(entry -> entry.obj("fieldsV1")).orElse(Obj.EMPTY), fields));
        List<Json> kept = new ArrayList<>(List.of(merged));
        entries.stream().filter(entry -> !isTaken(entry) && !isOwn(entry)).forEach(kept::add);
        return kept;
    }

    private static boolean isOwn(Json entry) {
        return entry.text("manager").equals(CONTROLLER)
                && entry.text("operation").equals("Apply")
                && entry.text("subresource").isEmpty();
    }

    private static boolean isTaken(Json entry) {
        if (!entry.text("subresource").isEmpty()) {
            return false;
        }
        String manager = entry.text("manager");
        boolean update = entry.text("operation").equals("Update");
        return manager.startsWith("kubectl")
                || update && (manager.equals("before-first-apply") || manager.equals(CONTROLLER));
    }

    private static Obj union(Obj one, Obj other) {
        Obj all = one;
        for (Map.Entry<String, Json> field : other.members().entrySet()) {
            Obj below = field.getValue().obj();
            all = all.withObj(field.getKey(), here -> union(here, below));
        }
        return all;
    }
}
