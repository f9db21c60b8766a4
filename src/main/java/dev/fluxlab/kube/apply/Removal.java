package dev.fluxlab.kube.apply;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Null;
import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.type.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes members of maps and items of lists away. A map or list of which nothing is left is null, not empty: Kubernetes
 * 1.36 has it so (structured-merge-diff 6.3).
 */
final class Removal {

    private Removal() {}

    static Obj remove(Schema schema, Obj object, FieldSet fields) {
        return fields.isEmpty() ? object : members(schema, object, fields);
    }

    private static Json within(Schema schema, Json value, FieldSet fields) {
        if (Shape.of(schema, value) == Shape.SCALAR) {
            return value;
        }
        if (Shape.of(schema, value).isAtomic(schema)) {
            return Null.NULL;
        }
        Json left = value instanceof Obj object
                ? members(schema, object, fields)
                : value instanceof Arr items ? items(schema, items, fields) : value;
        return left.equals(Obj.EMPTY) || left.equals(Arr.EMPTY) ? Null.NULL : left;
    }

    private static Obj members(Schema schema, Obj object, FieldSet fields) {
        Obj.Builder out = Obj.builder();
        object.members().forEach((name, member) -> {
            PathElement element = PathElement.name(name);
            FieldSet below = fields.below(element);
            if (!fields.has(element)) {
                Schema type = Shape.member(schema, name).orElse(Schema.ANY);
                out.put(name, below.isEmpty() ? member : within(type, member, below));
            }
        });
        return out.build();
    }

    private static Arr items(Schema schema, Arr items, FieldSet fields) {
        List<Json> out = new ArrayList<>();
        for (ListKeys.Keyed keyed : ListKeys.keyed(schema, items)) {
            FieldSet below = fields.below(keyed.key());
            if (!fields.has(keyed.key())) {
                out.add(below.isEmpty() ? keyed.item() : within(Shape.items(schema), keyed.item(), below));
            }
        }
        return new Arr(out);
    }
}
