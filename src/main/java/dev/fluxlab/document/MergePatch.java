package dev.fluxlab.document;

import java.util.Map;
import java.util.Optional;

/** RFC 7386: null removes, objects merge, everything else replaces. */
public final class MergePatch {

    private MergePatch() {}

    public static Json apply(Json value, Json patch) {
        if (!(patch instanceof Obj changes)) {
            return patch;
        }
        Obj here = value instanceof Obj obj ? obj : Obj.EMPTY;
        for (Map.Entry<String, Json> change : changes.members().entrySet()) {
            here = change.getValue().isNull()
                    ? here.without(change.getKey())
                    : here.with(change.getKey(), apply(here.get(change.getKey()).orElse(Null.NULL), change.getValue()));
        }
        return here;
    }

    /** The patch that makes the second value of the first. */
    public static Obj between(Obj from, Obj to) {
        Obj.Builder patch = Obj.builder();
        from.keys().stream().filter(key -> !to.has(key)).forEach(key -> patch.put(key, Null.NULL));
        to.members().forEach((key, value) -> {
            Optional<Json> before = from.get(key);
            if (before.isEmpty() || !before.get().equals(value)) {
                patch.put(key, change(before.orElse(Null.NULL), value));
            }
        });
        return patch.build();
    }

    private static Json change(Json before, Json after) {
        return before instanceof Obj from && after instanceof Obj to ? between(from, to) : after;
    }
}
