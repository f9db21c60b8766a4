package dev.fluxlab.kube.apply;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Null;
import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.type.Field;
import dev.fluxlab.kube.type.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Strategic merge patches: lists merge by the key their field declares, and directives say what to drop or order. */
public final class StrategicMerge {

    static final String DIRECTIVE = "$patch";
    private static final String RETAIN = "$retainKeys";
    private static final String DELETE_FROM = "$deleteFromPrimitiveList";
    private static final String ORDER = "$setElementOrder";

    private final Schema schema;
    private final Map<String, Json> out;
    private final Map<String, Json> patch;

    private StrategicMerge(Schema schema, Obj original, Obj patch) {
        this.schema = schema;
        this.out = new LinkedHashMap<>(original.members());
        this.patch = new LinkedHashMap<>(patch.members());
    }

    /**
     * The object that a patch makes of another, not yet normalised.
     *
     * @throws PatchException when the patch cannot be applied, with the message and code of a real server
     */
    public static Obj apply(Obj original, Obj patch, Schema schema) {
        Optional<Json> directive = patch.get(DIRECTIVE);
        if (directive.isPresent()) {
            return directed(directive.get(), patch);
        }
        return new StrategicMerge(schema, original, patch).merged();
    }

    private static Obj directed(Json directive, Obj patch) {
        return switch (directive.text()) {
            case "replace" -> patch.without(DIRECTIVE);
            case "delete" -> Obj.EMPTY;
            default -> throw PatchException.unknownDirective(directive, patch);
        };
    }

    private Obj merged() {
        retainKeys();
        for (String key : List.copyOf(patch.keySet())) {
            if (key.startsWith(ORDER)) {
                orderedList(key);
            }
        }
        patch.forEach(this::member);
        return Obj.ofMembers(out);
    }

    /** A union of fields: what is not in the list of those to retain goes. */
    private void retainKeys() {
        Json list = patch.remove(RETAIN);
        if (list == null) {
            return;
        }
        List<String> retained = list.asArr().orElseThrow(PatchException::badRetainKeys).items().stream()
                .map(item -> item.text())
                .toList();
        patch.forEach((key, value) -> {
            boolean exempt = value.isNull() || key.startsWith(DELETE_FROM) || key.startsWith(ORDER);
            if (!exempt && !retained.contains(key)) {
                throw PatchException.badRetainKeys();
            }
        });
        out.keySet().retainAll(retained);
    }

    private static String directedField(String key, String prefix) {
        if (!key.startsWith(prefix + "/")) {
            throw prefix.equals(ORDER) ? PatchException.badElementOrder() : PatchException.badPrimitiveList();
        }
        return key.substring(prefix.length() + 1);
    }

    /** Merges the list that an order is given for, and brings it into that order. */
    private void orderedList(String key) {
        Json order = patch.remove(key);
        Arr wanted = list(order == null ? Null.NULL : order);
        String name = directedField(key, ORDER);
        Optional<Arr> before = Optional.ofNullable(out.get(name)).map(StrategicMerge::list);
        Optional<Arr> change = Optional.ofNullable(patch.get(name)).map(StrategicMerge::list);
        Field field = field(name);
        MergeList merge = new MergeList(field.type().items(), field.patch().mergeKey());
        merge.requireOrder(change.orElse(Arr.EMPTY), wanted);
        if (before.isEmpty() && change.isEmpty()) {
            return;
        }
        Arr merged = before.isEmpty()
                ? list(Directives.removed(change.orElse(Arr.EMPTY)).orElse(Arr.EMPTY))
                : change.map(list -> mergedList(field, before.get(), list)).orElse(before.get());
        Arr server = before.orElse(Arr.EMPTY);
        merge.requireItems(server, change.orElse(Arr.EMPTY));
        boolean mergesBoth = field.patch().merges() && before.isPresent() && change.isPresent();
        out.put(name, merge.ordered(merged, wanted, mergesBoth ? merge.overwritten(server, change.get()) : server));
        patch.remove(name);
    }

    private static Arr mergedList(Field field, Arr before, Arr change) {
        return field.patch().merges()
                ? new MergeList(field.type().items(), field.patch().mergeKey()).merged(before, change)
                : change;
    }

    private void member(String key, Json value) {
        if (key.startsWith(DELETE_FROM)) {
            deleteFrom(directedField(key, DELETE_FROM), value);
            return;
        }
        Json before = out.get(key);
        if (value.isNull()) {
            out.remove(key);
        } else if (before instanceof Obj original && value instanceof Obj change) {
            Field field = field(key);
            out.put(key, field.patch().replaces() ? change : apply(original, change, field.type()));
        } else if (before instanceof Arr original && value instanceof Arr change) {
            out.put(key, mergedList(field(key), original, change));
        } else {
            Directives.removed(Directives.withoutNulls(value))
                    .ifPresentOrElse(kept -> out.put(key, kept), () -> out.remove(key));
        }
    }

    private void deleteFrom(String name, Json value) {
        Json before = out.get(name);
        if (before instanceof Arr original && value instanceof Arr gone) {
            out.put(
                    name,
                    new Arr(original.items().stream()
                            .filter(item -> !gone.items().contains(item))
                            .toList()));
        }
    }

    private Field field(String name) {
        if (schema.kind() != Schema.Kind.OBJECT) {
            throw PatchException.notStruct(schema.kind() == Schema.Kind.MAP ? "map" : "interface");
        }
        String struct = schema.goType().substring(schema.goType().lastIndexOf('.') + 1);
        return schema.field(name).orElseThrow(() -> PatchException.unknownField(struct, name));
    }

    private static Arr list(Json value) {
        return value.asArr().orElseThrow(() -> PatchException.wrongForm("[]interface {}", value));
    }
}
