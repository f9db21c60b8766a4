package dev.fluxlab.document;

import java.util.Map;

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
}
