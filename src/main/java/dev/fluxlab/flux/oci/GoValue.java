package dev.fluxlab.flux.oci;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Values as Go's {@code %v} prints them, which is how registries' details end up in messages. */
final class GoValue {

    private GoValue() {}

    static String print(Json value) {
        if (value instanceof Obj obj) {
            return new TreeMap<>(obj.members())
                    .entrySet().stream()
                            .map(entry -> entry.getKey() + ":" + print(entry.getValue()))
                            .collect(Collectors.joining(" ", "map[", "]"));
        }
        if (value instanceof Arr arr) {
            return arr.items().stream().map(GoValue::print).collect(Collectors.joining(" ", "[", "]"));
        }
        if (value.isNull()) {
            return "<nil>";
        }
        return value instanceof Str text ? text.value() : value.toString();
    }
}
