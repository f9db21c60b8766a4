package dev.fluxlab.kube.apply;

import dev.fluxlab.kube.type.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings a field set up to a schema that changed since it was written: who owned parts of what is now owned as a whole
 * owns the whole. The other way round nothing needs doing: the set is read as if it had always been granular.
 */
final class Reconciling {

    private final FieldSet.Builder wholes = new FieldSet.Builder();
    private final List<PathElement> path = new ArrayList<>();
    private boolean changed;

    private Reconciling() {}

    static FieldSet reconcile(Schema schema, FieldSet set) {
        Reconciling work = new Reconciling();
        work.visit(schema, set, false);
        if (!work.changed) {
            return set;
        }
        FieldSet wholes = work.wholes.build();
        return set.without(wholes).union(wholes);
    }

    private void visit(Schema schema, FieldSet set, boolean ownedAsWhole) {
        Shape shape = Shape.of(schema, null);
        boolean unknown = Shape.takesAny(schema)
                || schema.fields().isEmpty() && shape == Shape.MAP && schema.kind() == Schema.Kind.OBJECT;
        if (shape == Shape.SCALAR || unknown) {
            return;
        }
        if (shape.isAtomic(schema) && !ownedAsWhole) {
            if (!set.isEmpty()) {
                wholes.add(path);
                changed = true;
            }
            return;
        }
        set.nodes().forEach((element, node) -> Shape.at(schema, element).ifPresent(type -> {
            path.add(element);
            visit(type, node.below(), node.member() && node.below().isEmpty());
            path.remove(path.size() - 1);
        }));
    }
}
