package dev.fluxlab.kustomize;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Merges two lists whose items are known by keys. The patch's items come first, then those only the object has; an item
 * that lacks a key is matched by the keys it has. A list of texts has the one key "".
 */
final class ListMerge {

    private final List<String> keys;
    private final MergeShape shape;

    ListMerge(List<String> keys, MergeShape shape) {
        this.keys = keys.isEmpty() ? List.of("") : keys;
        this.shape = shape;
    }

    Arr merge(Arr old, Optional<Arr> patch) {
        List<List<String>> identities = identities(old, patch);
        if (identities.isEmpty()) {
            return old;
        }
        List<String> used = usedKeys(identities);
        ItemList remaining = new ItemList(old.items());
        ItemList merged = new ItemList(List.of());
        for (List<String> identity : identities) {
            List<String> values = valuesOf(used, identity);
            Optional<Json> before = find(old, used, values);
            Optional<Json> item = StrategicMerge.merge(before, patch.flatMap(list -> find(list, used, values)), shape);
            if (item.isEmpty() || item.get().equals(Obj.EMPTY)) {
                remaining.remove(used, values);
            } else {
                Json whole = completed(item.get(), used, values);
                before.ifPresent(replaced -> remaining.replace(replaced, whole));
                merged.set(whole, used, values);
            }
        }
        remaining.items().forEach(item -> append(merged, item, used));
        return new Arr(merged.items());
    }

    private List<List<String>> identities(Arr old, Optional<Arr> patch) {
        Set<List<String>> seen = new LinkedHashSet<>();
        Stream.concat(patch.stream(), Stream.of(old))
                .flatMap(list -> list.items().stream())
                .forEach(item -> seen.add(
                        keys.stream().map(key -> ItemList.text(item, key)).toList()));
        List<List<String>> identities = new ArrayList<>(seen);
        if (keys.size() > 1) {
            complete(identities);
        }
        return identities;
    }

    /** Lends a missing key to an identity from another that agrees with it in the keys that both have. */
    private static void complete(List<List<String>> identities) {
        for (int i = 0; i < identities.size(); i++) {
            for (int j = 0; j < identities.size(); j++) {
                Optional<List<String>> both = both(identities.get(i), identities.get(j));
                if (both.isPresent()) {
                    identities.set(i, both.get());
                    identities.set(j, both.get());
                }
            }
        }
    }

    private static Optional<List<String>> both(List<String> one, List<String> other) {
        List<String> both = new ArrayList<>();
        boolean agree = false;
        for (int i = 0; i < one.size(); i++) {
            boolean same = one.get(i).equals(other.get(i));
            if (!same && !one.get(i).isEmpty() && !other.get(i).isEmpty()) {
                return Optional.empty();
            }
            agree |= same;
            both.add(one.get(i).isEmpty() ? other.get(i) : one.get(i));
        }
        return agree ? Optional.of(both) : Optional.empty();
    }

    private List<String> usedKeys(List<List<String>> identities) {
        List<String> used = keys.stream()
                .filter(key -> identities.stream()
                        .anyMatch(identity -> !identity.get(keys.indexOf(key)).isEmpty()))
                .toList();
        return used.isEmpty() ? keys : used;
    }

    private List<String> valuesOf(List<String> used, List<String> identity) {
        return used.stream().map(key -> identity.get(keys.indexOf(key))).toList();
    }

    private static Optional<Json> find(Arr list, List<String> keys, List<String> values) {
        return list.items().stream()
                .filter(item -> {
                    for (int i = 0; i < keys.size(); i++) {
                        boolean counts =
                                !values.get(i).isEmpty() || values.stream().allMatch(String::isEmpty);
                        if (counts && !ItemList.matches(item, keys.get(i), values.get(i))) {
                            return false;
                        }
                    }
                    return true;
                })
                .findFirst();
    }

    private static Json completed(Json item, List<String> keys, List<String> values) {
        Json here = item;
        for (int i = 0; i < keys.size(); i++) {
            if (here instanceof Obj obj
                    && !obj.has(keys.get(i))
                    && !values.get(i).isEmpty()) {
                here = obj.with(keys.get(i), Scalars.plain(values.get(i)));
            }
        }
        return here;
    }

    private static void append(ItemList merged, Json item, List<String> keys) {
        if (keys.get(0).isEmpty()) {
            merged.set(item, keys, List.of(Scalars.text(item)));
            return;
        }
        List<String> values = new ArrayList<>();
        for (String key : keys) {
            if (item instanceof Obj obj && obj.has(key)) {
                values.add(Scalars.text(obj, key));
            } else {
                merged.append(item);
            }
        }
        if (keys.size() > 1) {
            merged.remove(keys, values);
        }
        merged.set(item, keys, values);
    }
}
