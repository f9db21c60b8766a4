package dev.fluxlab.kube.apply;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.type.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What differs between two objects of a kind. */
record Comparison(FieldSet removed, FieldSet modified, FieldSet added) {

    static Comparison of(Schema schema, Obj before, Obj after) {
        Walk walk = new Walk();
        walk.compare(schema, before, after);
        return new Comparison(walk.removed.build(), walk.modified.build(), walk.added.build());
    }

    /** Without what a path holds, for the paths whose writes an endpoint ignores. */
    Comparison without(FieldSet ignored) {
        return new Comparison(removed.without(ignored), modified.without(ignored), added.without(ignored));
    }

    FieldSet changed() {
        return modified.union(added);
    }

    /** Goes through both objects at once; an absent value is Java's null, the JSON null is a value. */
    private static final class Walk {

        private final FieldSet.Builder removed = new FieldSet.Builder();
        private final FieldSet.Builder modified = new FieldSet.Builder();
        private final FieldSet.Builder added = new FieldSet.Builder();
        private final List<PathElement> path = new ArrayList<>();

        void compare(Schema schema, @Nullable Json before, @Nullable Json after) {
            if (before == after) {
                return;
            }
            Shape left = Shape.of(schema, before);
            Shape right = Shape.of(schema, after);
            boolean leaf;
            if (after == null) {
                leaf = descend(left, schema, before, null);
            } else {
                if (before != null && left != right) {
                    descend(left, schema, before, after);
                }
                leaf = descend(right, schema, before, after);
            }
            if (!leaf && before == null) {
                added.add(path);
            } else if (!leaf && after == null) {
                removed.add(path);
            }
        }

        /** Whether the value was taken as a whole. */
        private boolean descend(Shape shape, Schema schema, @Nullable Json before, @Nullable Json after) {
            return switch (shape) {
                case SCALAR -> leaf(before, after);
                case MAP -> map(schema, before, after);
                case LIST -> list(schema, before, after);
            };
        }

        private boolean leaf(@Nullable Json before, @Nullable Json after) {
            if (before == null) {
                added.add(path);
            } else if (after == null) {
                removed.add(path);
            } else if (!Values.equal(before, after)) {
                modified.add(path);
            }
            return true;
        }

        private boolean map(Schema schema, @Nullable Json before, @Nullable Json after) {
            Obj left = Shape.asMap(before);
            Obj right = Shape.asMap(after);
            boolean bothEmpty = (left == null || left.isEmpty()) && (right == null || right.isEmpty());
            if (bothEmpty || Shape.MAP.isAtomic(schema)) {
                return leaf(before, after); // two empty maps are compared, so that {} and null stay apart
            }
            Set<String> names = new LinkedHashSet<>(left == null ? Set.of() : left.keys());
            names.addAll(right == null ? Set.of() : right.keys());
            for (String name : names) {
                Json was = left == null ? null : left.members().get(name);
                Json is = right == null ? null : right.members().get(name);
                step(PathElement.name(name), Shape.member(schema, name).orElse(Schema.ANY), was, is);
            }
            return false;
        }

        private void step(PathElement element, Schema schema, @Nullable Json before, @Nullable Json after) {
            path.add(element);
            compare(schema, before, after);
            path.remove(path.size() - 1);
        }

        private boolean list(Schema schema, @Nullable Json before, @Nullable Json after) {
            Arr left = Shape.asList(before);
            Arr right = Shape.asList(after);
            boolean bothEmpty = (left == null || left.isEmpty()) && (right == null || right.isEmpty());
            if (bothEmpty || Shape.LIST.isAtomic(schema)) {
                return leaf(before, after);
            }
            Map<PathElement, List<Json>> was = grouped(schema, left);
            Map<PathElement, List<Json>> is = grouped(schema, right);
            Set<PathElement> keys = new LinkedHashSet<>(was.keySet());
            keys.addAll(is.keySet());
            for (PathElement key : keys) {
                items(schema, key, was.getOrDefault(key, List.of()), is.getOrDefault(key, List.of()));
            }
            return false;
        }

        private static Map<PathElement, List<Json>> grouped(Schema schema, @Nullable Arr items) {
            Map<PathElement, List<Json>> groups = new LinkedHashMap<>();
            for (ListKeys.Keyed keyed : ListKeys.keyed(schema, items)) {
                groups.computeIfAbsent(keyed.key(), unused -> new ArrayList<>()).add(keyed.item());
            }
            return groups;
        }

        /** Items that share a key are taken as a whole; where they come or go, so does the item with its parts. */
        private void items(Schema schema, PathElement key, List<Json> before, List<Json> after) {
            Schema item = Shape.items(schema);
            if (before.size() <= 1 && after.size() <= 1) {
                step(key, item, first(before), first(after));
            } else if (before.size() > 1 && after.size() > 1) {
                if (!Values.equal(new Arr(before), new Arr(after))) {
                    mark(modified, key);
                }
            } else if (before.size() > 1) {
                step(key, item, null, first(after));
                mark(removed, key);
            } else {
                step(key, item, first(before), null);
                mark(added, key);
            }
        }

        private void mark(FieldSet.Builder set, PathElement key) {
            path.add(key);
            set.add(path);
            path.remove(path.size() - 1);
        }

        private static @Nullable Json first(List<Json> items) {
            return items.isEmpty() ? null : items.get(0);
        }
    }
}
