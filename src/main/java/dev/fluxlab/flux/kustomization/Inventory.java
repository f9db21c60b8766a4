package dev.fluxlab.flux.kustomization;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The objects that a Kustomization has applied, in that order. */
record Inventory(List<InventoryEntry> entries) {

    Inventory {
        entries = List.copyOf(entries);
    }

    static Inventory of(Obj status) {
        return new Inventory(status.items("inventory", "entries").stream()
                .map(InventoryEntry::of)
                .toList());
    }

    static Inventory ofChanges(List<Change> changes) {
        return new Inventory(changes.stream()
                .map(change -> InventoryEntry.of(change.target()))
                .toList());
    }

    /** What this has and the newer one has not; the version of an object does not count. */
    List<InventoryEntry> without(Inventory newer) {
        Set<String> kept = newer.entries().stream().map(InventoryEntry::id).collect(Collectors.toSet());
        return entries.stream().filter(entry -> !kept.contains(entry.id())).toList();
    }

    Inventory plus(List<InventoryEntry> more) {
        List<InventoryEntry> all = new ArrayList<>(entries);
        all.addAll(more);
        return new Inventory(all);
    }

    Obj toJson() {
        return Obj.of(
                "entries",
                new Arr(entries.stream().map(entry -> (Json) entry.toJson()).toList()));
    }
}
