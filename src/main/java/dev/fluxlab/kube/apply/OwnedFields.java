package dev.fluxlab.kube.apply;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.type.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields that whoever writes an object mentions in it. */
final class OwnedFields {

    private final FieldSet.Builder set = new FieldSet.Builder();
    private final List<PathElement> path = new ArrayList<>();

    private OwnedFields() {}

    static FieldSet of(Schema schema, Obj object) {
        OwnedFields fields = new OwnedFields();
        fields.value(schema, object);
        return fields.set.build();
    }

    private void value(Schema schema, Json value) {
        Shape shape = Shape.of(schema, value);
        if (shape == Shape.SCALAR || shape.isAtomic(schema)) {
            set.add(path);
        } else if (value instanceof Obj object) {
            members(schema, object);
        } else if (value instanceof Arr items) {
            items(schema, items);
        }
    }

    private void members(Schema schema, Obj object) {
        object.members().forEach((name, member) -> {
            path.add(PathElement.name(name));
            value(Shape.member(schema, name).orElse(Schema.ANY), member);
            if (member.isNull() || member.equals(Obj.EMPTY) || !Shape.declares(schema, name)) {
                set.add(path);
            }
            path.remove(path.size() - 1);
        });
    }

    private void items(Schema schema, Arr items) {
        List<ListKeys.Keyed> all = ListKeys.keyed(schema, items);
        Map<PathElement, Integer> counts = new HashMap<>();
        all.forEach(keyed -> counts.merge(keyed.key(), 1, Integer::sum));
        Set<PathElement> done = new HashSet<>();
        for (ListKeys.Keyed keyed : all) {
            if (!done.add(keyed.key())) {
                continue;
            }
            path.add(keyed.key());
            if (counts.getOrDefault(keyed.key(), 1) == 1) {
                value(Shape.items(schema), keyed.item());
            }
            set.add(path);
            path.remove(path.size() - 1);
        }
    }
}
