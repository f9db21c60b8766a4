package dev.fluxlab.kustomize;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Null;
import dev.fluxlab.document.Obj;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** A path of a replacement: {@code spec.containers.[name=web].image}, {@code a.*.b}, {@code a.0}. */
final class FieldPath {

    private final List<String> parts;

    private FieldPath(List<String> parts) {
        this.parts = parts;
    }

    static FieldPath of(String text) {
        List<String> parts = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (String part : FieldSpec.split(text, '.')) {
            boolean opens = open.isEmpty() && part.startsWith("[") && !part.endsWith("]");
            if (!opens && open.isEmpty()) {
                parts.add(part);
                continue;
            }
            open.add(part);
            if (part.endsWith("]")) {
                parts.add(bracketed(String.join(".", open)));
                open.clear();
            }
        }
        if (!open.isEmpty()) {
            parts.add(bracketed(String.join(".", open)));
        }
        return new FieldPath(parts);
    }

    private static String bracketed(String text) {
        return text.contains("=") ? text : text.replace("[", "").replace("]", "");
    }

    /** The value at the path. */
    Optional<Json> find(Json root) {
        Optional<Json> here = Optional.of(root);
        for (String part : parts) {
            here = here.flatMap(value -> step(value, part));
        }
        return here;
    }

    private static Optional<Json> step(Json value, String part) {
        if (value instanceof Obj obj) {
            return obj.get(part);
        }
        if (!(value instanceof Arr arr)) {
            return Optional.empty();
        }
        if (isCondition(part)) {
            Condition condition = Condition.of(part);
            return arr.items().stream().filter(condition::isExactly).findFirst();
        }
        return isIndex(part) && Integer.parseInt(part) < arr.size()
                ? Optional.of(arr.items().get(Integer.parseInt(part)))
                : Optional.empty();
    }

    private static boolean isIndex(String part) {
        return part.matches("[0-9]{1,6}");
    }

    private static boolean isCondition(String part) {
        return part.startsWith("[") && part.endsWith("]");
    }

    /** An item's field and the pattern its text fits, as {@code [name=web]} says. */
    private record Condition(String field, String pattern) {

        static Condition of(String part) {
            String inside = part.substring(1, part.length() - 1);
            int equals = inside.indexOf('=');
            if (equals < 0) {
                throw new KustomizeException(
                        "list path element must contain fieldName=fieldValue for element to match");
            }
            return new Condition(inside.substring(0, equals), inside.substring(equals + 1));
        }

        boolean isExactly(Json item) {
            return ItemList.text(item, field).equals(pattern);
        }

        // a search, not a match: what kustomize does with [name=web] finds web-2 as well
        boolean fits(Json item) {
            boolean there =
                    field.isEmpty() ? Scalars.isScalar(item) : item.at(field).isPresent();
            return there
                    && Pattern.compile(pattern)
                            .matcher(ItemList.text(item, field))
                            .find();
        }

        Json example() {
            return field.isEmpty() ? Scalars.plain(pattern) : Obj.of(field, Scalars.plain(pattern));
        }
    }

    /** A change of every value at the path; what is absent is made, if so asked, from null on. */
    Update update(boolean create, UnaryOperator<Json> change) {
        return new Update(create, change);
    }

    /** One pass that changes values and counts them. */
    final class Update {

        private final boolean create;
        private final UnaryOperator<Json> change;
        private int changed;

        private Update(boolean create, UnaryOperator<Json> change) {
            this.create = create;
            this.change = change;
        }

        int changed() {
            return changed;
        }

        Json apply(Json root) {
            return into(root, 0);
        }

        private Json into(Json value, int depth) {
            if (depth == parts.size()) {
                changed++;
                return change.apply(value);
            }
            String part = parts.get(depth);
            if (isIndex(part)) {
                return index(list(value), Integer.parseInt(part), depth);
            }
            if (isCondition(part)) {
                return matching(list(value), Condition.of(part), depth);
            }
            return part.equals("*") ? every(list(value), depth) : field(value, part, depth);
        }

        private Arr list(Json value) {
            if (value.isNull() && create) {
                return Arr.EMPTY;
            }
            return value.asArr().orElseThrow(() -> new KustomizeException(WrongKind.message("SequenceNode", value)));
        }

        private Json field(Json value, String field, int depth) {
            Obj obj = value.isNull()
                    ? Obj.EMPTY
                    : value.asObj().orElseThrow(() -> new KustomizeException(WrongKind.message("MappingNode", value)));
            if (!obj.has(field) && !create) {
                return value;
            }
            return obj.with(field, into(obj.get(field).orElse(Null.NULL), depth + 1));
        }

        private Json index(Arr arr, int index, int depth) {
            List<Json> items = new ArrayList<>(arr.items());
            if (create && index == items.size()) {
                items.add(Null.NULL);
            }
            if (index >= items.size()) {
                throw new KustomizeException(
                        "index " + index + " specified but only " + items.size() + " elements found");
            }
            items.set(index, into(items.get(index), depth + 1));
            return new Arr(items);
        }

        private Json every(Arr arr, int depth) {
            return new Arr(
                    arr.items().stream().map(item -> into(item, depth + 1)).toList());
        }

        private Json matching(Arr arr, Condition condition, int depth) {
            Arr all = create && arr.items().stream().noneMatch(condition::fits) ? arr.plus(condition.example()) : arr;
            return new Arr(all.items().stream()
                    .map(item -> condition.fits(item) ? into(item, depth + 1) : item)
                    .toList());
        }
    }
}
