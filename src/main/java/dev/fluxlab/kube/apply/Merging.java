package dev.fluxlab.kube.apply;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.type.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lays an applied configuration over an object: nothing is removed, and where both say something the applied counts. */
final class Merging {

    private Merging() {}

    static Obj merge(Schema schema, Obj live, Obj applied) {
        Json merged = value(schema, live, applied);
        return merged instanceof Obj obj ? obj : Obj.EMPTY;
    }

    /** The merged value; null when there is none. An absent value is Java's null, the JSON null is a value. */
    private static @Nullable Json value(Schema schema, @Nullable Json live, @Nullable Json applied) {
        if (applied == null) {
            return live;
        }
        return switch (Shape.of(schema, applied)) {
            case SCALAR -> applied;
            case MAP -> map(schema, live, applied);
            case LIST -> list(schema, live, applied);
        };
    }

    private static Json map(Schema schema, @Nullable Json live, Json applied) {
        Obj left = Shape.asMap(live);
        Obj right = Shape.asMap(applied);
        boolean bothEmpty = (left == null || left.isEmpty()) && (right == null || right.isEmpty());
        if (bothEmpty || left == null || Shape.MAP.isAtomic(schema)) {
            return applied;
        }
        if (right == null) {
            return left;
        }
        Obj.Builder out = left.toBuilder();
        right.members().forEach((name, member) -> {
            Json was = left.members().get(name);
            Json merged = value(Shape.member(schema, name).orElse(Schema.ANY), was, member);
            if (merged != null) {
                out.put(name, merged);
            }
        });
        return out.build();
    }

    private static Json list(Schema schema, @Nullable Json live, Json applied) {
        Arr left = Shape.asList(live);
        Arr right = Shape.asList(applied);
        boolean bothEmpty = (left == null || left.isEmpty()) && (right == null || right.isEmpty());
        if (bothEmpty || left == null || Shape.LIST.isAtomic(schema)) {
            return applied;
        }
        ListMerge merge = new ListMerge(ListKeys.keyed(schema, left), ListKeys.keyed(schema, right));
        List<Json> out = new ArrayList<>();
        for (ListMerge.Pair pair : merge.pairs()) {
            Json merged = value(Shape.items(schema), pair.live(), pair.applied());
            if (merged != null) {
                out.add(merged);
            }
        }
        return new Arr(out);
    }
}
