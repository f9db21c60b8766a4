package dev.fluxlab.kube.serve;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Values as Go's {@code %+v} prints them, which some refusals quote. */
final class GoFormat {

    private GoFormat() {}

    static String print(Json value) {
        if (value instanceof Obj obj) {
            return new TreeMap<>(obj.members())
                    .entrySet().stream()
                            .map(member -> member.getKey() + ":" + print(member.getValue()))
                            .collect(Collectors.joining(" ", "map[", "]"));
        }
        if (value instanceof Arr arr) {
            return arr.items().stream().map(GoFormat::print).collect(Collectors.joining(" ", "[", "]"));
        }
        if (value instanceof Str str) {
            return str.value();
        }
        return value.isNull() ? "<nil>" : value.toString();
    }
}
