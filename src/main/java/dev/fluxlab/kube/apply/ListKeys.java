package dev.fluxlab.kube.apply;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import dev.fluxlab.kube.type.Schema;
import dev.fluxlab.kube.type.Schema.Merging;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What tells the items of a set or keyed list apart. */
final class ListKeys {

    private ListKeys() {}

    /** An item cannot be told apart; the message is that of a real server. */
    static final class NoKeyException extends Exception {
        private static final long serialVersionUID = 1L;

        NoKeyException(String message) {
            super(message);
        }
    }

    static PathElement of(Schema list, Json item) throws NoKeyException {
        return list.merging() == Merging.SET ? ofScalar(item) : ofObject(list, item);
    }

    private static PathElement ofScalar(Json item) throws NoKeyException {
        if (item instanceof Obj) {
            throw new NoKeyException("associative list without keys has an element that's a map type");
        }
        if (item instanceof Arr) {
            throw new NoKeyException("not supported: associative list with lists as elements");
        }
        if (item.isNull()) {
            throw new NoKeyException("associative list without keys has an element that's an explicit null");
        }
        return new PathElement.Value(item);
    }

    private static PathElement ofObject(Schema list, Json item) throws NoKeyException {
        if (!(item instanceof Obj object)) {
            String form = item.isNull() ? "a null element" : "non-map elements";
            throw new NoKeyException("associative list with keys may not have " + form);
        }
        Map<String, Json> members = new LinkedHashMap<>();
        for (String key : list.keys()) {
            object.get(key).or(() -> defaultOf(list.items(), key)).ifPresent(value -> members.put(key, value));
        }
        if (members.isEmpty()) {
            String keys =
                    list.keys().stream().map(key -> new Str(key).toString()).collect(Collectors.joining(" ", "[", "]"));
            throw new NoKeyException("associative list with keys has an element that omits all key fields " + keys
                    + " (and doesn't have default values for any key fields)");
        }
        return new PathElement.Key(Obj.ofMembers(members));
    }

    private static Optional<Json> defaultOf(Schema item, String key) {
        return item.field(key).flatMap(field -> field.defaultValue());
    }

    /** An item with its key. */
    record Keyed(PathElement key, Json item) {}

    /** The items that have a key, in their order. Those without are reported where objects are checked. */
    static List<Keyed> keyed(Schema list, @Nullable Arr items) {
        List<Keyed> out = new ArrayList<>();
        for (Json item : items == null ? List.<Json>of() : items.items()) {
            try {
                out.add(new Keyed(of(list, item), item));
            } catch (NoKeyException e) {
                continue; // checked before, or a live object that is older than its schema
            }
        }
        return out;
    }
}
