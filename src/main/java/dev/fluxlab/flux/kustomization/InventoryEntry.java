package dev.fluxlab.flux.kustomization;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;

/** An object in the inventory: {@code namespace_name_group_kind} and its version. */
record InventoryEntry(String id, String version) {

    private static final int PARTS = 4;

    static InventoryEntry of(Target target) {
        // RBAC allows colons in names, the id does not
        String name = target.name().replace(":", "__");
        String id = String.join("_", target.namespace(), name, target.group(), target.kind());
        return new InventoryEntry(id, target.version());
    }

    static InventoryEntry of(Json entry) {
        return new InventoryEntry(entry.text("id"), entry.text("v"));
    }

    Obj toJson() {
        return Obj.of("id", id).with("v", version);
    }

    /** The object that is meant. */
    Target target() {
        int kindAt = id.lastIndexOf('_');
        int groupAt = id.lastIndexOf('_', kindAt - 1);
        int nameAt = id.indexOf('_');
        if (nameAt < 0 || groupAt <= nameAt) {
            throw new IllegalArgumentException(
                    "inventory id '" + id + "' does not have " + PARTS + " parts joined by underscores");
        }
        String group = id.substring(groupAt + 1, kindAt);
        String apiVersion = group.isEmpty() ? version : group + "/" + version;
        String name = id.substring(nameAt + 1, groupAt).replace("__", ":");
        return new Target(apiVersion, id.substring(kindAt + 1), id.substring(0, nameAt), name);
    }
}
