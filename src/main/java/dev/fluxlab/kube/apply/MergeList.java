package dev.fluxlab.kube.apply;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Null;
import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.type.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Lists that a strategic merge patch merges: objects by their merge key, scalars by value (an empty merge key). */
final class MergeList {

    private final Schema item;
    private final String mergeKey;

    MergeList(Schema item, String mergeKey) {
        this.item = item;
        this.mergeKey = mergeKey;
    }

    Arr merged(Arr original, Arr patch) {
        if (original.isEmpty() && patch.isEmpty()) {
            return original;
        }
        if (!requireOneForm(original, patch).equals("object")) {
            Set<Json> all = new LinkedHashSet<>(original.items());
            all.addAll(patch.items());
            return ordered(new Arr(List.copyOf(all)), patch, original);
        }
        if (mergeKey.isEmpty()) {
            throw PatchException.internal("cannot merge lists without merge key for struct");
        }
        return mergedObjects(original, patch);
    }

    private Arr mergedObjects(Arr original, Arr patch) {
        List<Json> plain = new ArrayList<>();
        List<Json> left = new ArrayList<>(original.items());
        boolean replace = false;
        for (Json change : patch.items()) {
            switch (directive(change.obj())) {
                case "" -> plain.add(change);
                case "replace" -> replace = true;
                default -> left.removeIf(keyed(change)::fits);
            }
        }
        if (replace) {
            return ordered(new Arr(plain), Arr.EMPTY, new Arr(plain));
        }
        Arr before = new Arr(left);
        plain.forEach(change -> mergeItem(left, change.obj()));
        return ordered(new Arr(left), new Arr(plain), before);
    }

    /**
     * The server's list as Go sees it once it has merged: the places that deleted items left at its end are taken by the
     * first of the added items, which so come to have a place in the server's order.
     */
    Arr overwritten(Arr original, Arr patch) {
        List<Json> left = new ArrayList<>(original.items());
        List<Json> added = new ArrayList<>();
        for (Json change : patch.items()) {
            if (directive(change.obj()).equals("delete")) {
                left.removeIf(keyed(change)::fits);
            } else if (change instanceof Obj object && !object.has(StrategicMerge.DIRECTIVE)) {
                added.add(change);
            }
        }
        added.removeIf(change -> left.stream().anyMatch(keyed(change)::fits));
        left.addAll(added.subList(0, Math.min(added.size(), original.size() - left.size())));
        return new Arr(left);
    }

    private Match keyed(Json change) {
        return new Match(mergeKey, requiredKey(change));
    }

    /** Items whose merge key has a value. */
    private record Match(String key, Json value) {
        boolean fits(Json other) {
            return other.obj().get(key).filter(value::equals).isPresent();
        }
    }

    private static String directive(Obj change) {
        Json directive = change.get(StrategicMerge.DIRECTIVE).orElse(Null.NULL);
        return switch (directive.text()) {
            case "delete", "replace" -> directive.text();
            case "merge" -> throw PatchException.internal("merging lists cannot yet be specified in the patch");
            default -> {
                if (change.has(StrategicMerge.DIRECTIVE)) {
                    throw PatchException.unknownDirective(directive, change);
                }
                yield "";
            }
        };
    }

    private void mergeItem(List<Json> items, Obj change) {
        Match match = keyed(change);
        for (int i = 0; i < items.size(); i++) {
            if (match.fits(items.get(i))) {
                items.set(i, StrategicMerge.apply(items.get(i).obj(), change, item));
                return;
            }
        }
        items.add(change);
    }

    private Json requiredKey(Json element) {
        Obj object = element.asObj().orElseThrow(() -> PatchException.wrongForm("map[string]interface {}", element));
        return object.get(mergeKey).orElseThrow(() -> PatchException.noMergeKey(object, mergeKey));
    }

    /** Go takes the form of a list's items from the items: an order for lists without any is an error. */
    void requireItems(Arr original, Arr patch) {
        if (requireOneForm(original, patch).isEmpty()) {
            throw PatchException.internal("no elements in any of the given slices");
        }
    }

    private static String requireOneForm(Arr original, Arr patch) {
        String form = "";
        for (Json value : both(original, patch)) {
            if (form.isEmpty() && value instanceof Arr) {
                throw PatchException.listOfLists();
            }
            if (!form.isEmpty() && !form.equals(value.typeName())) {
                throw PatchException.mixedItems("[" + Values.printed(original) + " " + Values.printed(patch) + "]");
            }
            form = value.typeName();
        }
        return form;
    }

    private static List<Json> both(Arr one, Arr other) {
        List<Json> all = new ArrayList<>(one.items());
        all.addAll(other.items());
        return all;
    }

    /** Checks that a patch's list keeps to the order that is given for it. */
    void requireOrder(Arr patch, Arr order) {
        if (patch.isEmpty() || order.isEmpty()) {
            return;
        }
        List<Json> kept = patch.items().stream()
                .filter(item -> !item.text(StrategicMerge.DIRECTIVE).equals("delete"))
                .toList();
        int at = 0;
        int wanted = 0;
        while (at < kept.size() && wanted < order.size()) {
            if (kept.get(at).obj().has(StrategicMerge.DIRECTIVE)) {
                at++;
            } else if (identity(kept.get(at)).equals(identity(order.items().get(wanted++)))) {
                at++;
            }
        }
        if (at < kept.size()) {
            throw PatchException.internal("The order in patch list:\n" + Values.printed(patch)
                    + "\n doesn't match $setElementOrder list:\n" + Values.printed(order) + "\n");
        }
    }

    /**
     * The list in its final order: what the patch names stands in the patch's order, the rest in the server's; where an
     * item of the rest stood before the next of the patch it still does, else it comes after.
     */
    Arr ordered(Arr merged, Arr patchOrder, Arr serverOrder) {
        List<Json> named = identities(patchOrder);
        List<Json> server = identities(serverOrder);
        List<Json> ofPatch = new ArrayList<>();
        List<Json> rest = new ArrayList<>();
        merged.items().forEach(element -> (named.contains(identity(element)) ? ofPatch : rest).add(element));
        ofPatch.sort(Comparator.comparingInt(element -> named.indexOf(identity(element))));
        rest.sort(Comparator.comparingInt(element -> server.indexOf(identity(element))));
        return new Arr(interleaved(rest, ofPatch, server));
    }

    private List<Json> interleaved(List<Json> rest, List<Json> ofPatch, List<Json> server) {
        List<Json> out = new ArrayList<>();
        int at = 0;
        for (Json next : ofPatch) {
            int place = server.indexOf(identity(next));
            while (at < rest.size() && place >= 0 && isBefore(rest.get(at), place, server)) {
                out.add(rest.get(at++));
            }
            out.add(next);
        }
        out.addAll(rest.subList(at, rest.size()));
        return out;
    }

    private boolean isBefore(Json element, int place, List<Json> server) {
        int own = server.indexOf(identity(element));
        return own >= 0 && own < place;
    }

    private List<Json> identities(Arr list) {
        return list.items().stream().map(this::identity).toList();
    }

    private Json identity(Json element) {
        return mergeKey.isEmpty() ? element : requiredKey(element);
    }
}
