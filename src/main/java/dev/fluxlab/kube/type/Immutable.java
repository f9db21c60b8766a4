package dev.fluxlab.kube.type;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Null;
import dev.fluxlab.document.Obj;

/** Fields that keep the value they were created with. */
final class Immutable {

    private Immutable() {}

    static void check(Json value, Json old, Findings at) {
        if (!value.equals(old)) {
            at.invalid(value, "field is immutable");
        }
    }

    /** A check that the value at a dotted path of an object stays. */
    static Rules.ChangeCheck field(String path) {
        String[] keys = path.split("\\.");
        return (object, old, at) -> check(read(object, keys), read(old, keys), at.in(keys));
    }

    private static Json read(Obj object, String... keys) {
        return object.at(keys).orElse(Null.NULL);
    }
}
