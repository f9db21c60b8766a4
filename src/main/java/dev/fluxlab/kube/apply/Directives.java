package dev.fluxlab.kube.apply;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.util.List;
import java.util.Optional;

/** Parts of a patch that are added as they are must not carry over what only a patch says. */
final class Directives {

    private Directives() {}

    /** The value without objects that hold a directive; empty when it is one of them. */
    static Optional<Json> removed(Json value) {
        if (value instanceof Obj obj) {
            if (obj.has(StrategicMerge.DIRECTIVE)) {
                return Optional.empty();
            }
            Obj.Builder out = Obj.builder();
            obj.members().forEach((key, member) -> removed(member).ifPresent(kept -> out.put(key, kept)));
            return Optional.of(out.build());
        }
        if (value instanceof Arr arr) {
            List<Json> kept =
                    arr.items().stream().flatMap(item -> removed(item).stream()).toList();
            return Optional.of(new Arr(kept));
        }
        return Optional.of(value);
    }

    /** The value without members that are null: there is nothing for them to delete. */
    static Json withoutNulls(Json value) {
        if (value instanceof Obj obj) {
            Obj.Builder out = Obj.builder();
            obj.members().forEach((key, member) -> {
                if (!member.isNull()) {
                    out.put(key, withoutNulls(member));
                }
            });
            return out.build();
        }
        return value instanceof Arr arr
                ? new Arr(arr.items().stream().map(Directives::withoutNulls).toList())
                : value;
    }
}
