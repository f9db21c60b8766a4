package dev.fluxlab.kustomize;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A list of items that are found by keys; a key beyond the given values counts as matched. */
final class ItemList {

    private final List<Json> items;

    ItemList(List<Json> items) {
        this.items = new ArrayList<>(items);
    }

    List<Json> items() {
        return items;
    }

    void append(Json item) {
        items.add(item);
    }

    void replace(Json old, Json item) {
        int index = items.indexOf(old);
        if (index >= 0) {
            items.set(index, item);
        }
    }

    void remove(List<String> keys, List<String> values) {
        put(Optional.empty(), keys, values);
    }

    /** Puts the item in the place of every one it matches, or at the end. */
    void set(Json item, List<String> keys, List<String> values) {
        if (!put(Optional.of(item), keys, values)) {
            items.add(item);
        }
    }

    private boolean put(Optional<Json> item, List<String> keys, List<String> values) {
        List<Json> kept = new ArrayList<>();
        boolean found = false;
        for (Json here : items) {
            boolean blank = here.isNull() || here.equals(Obj.EMPTY);
            boolean matches = !blank && !values.isEmpty() && matchesAll(here, keys, values);
            found |= matches;
            if (matches) {
                item.ifPresent(kept::add);
            } else if (!blank && !values.isEmpty()) {
                kept.add(here);
            }
        }
        items.clear();
        items.addAll(kept);
        return found;
    }

    private static boolean matchesAll(Json item, List<String> keys, List<String> values) {
        for (int i = 0; i < Math.min(keys.size(), values.size()); i++) {
            if (!matches(item, keys.get(i), values.get(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean matches(Json item, String key, String value) {
        if (key.isEmpty()) {
            return Scalars.isScalar(item) && Scalars.text(item).equals(value);
        }
        return item instanceof Obj obj
                && obj.has(key)
                && (value.isEmpty() || text(obj, key).equals(value));
    }

    static String text(Json item, String key) {
        return key.isEmpty() ? Scalars.text(item) : Scalars.text(item, key);
    }
}
