package dev.fluxlab.kube.type;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Brings an object of a built-in kind into the form that Go's decoding and encoding leaves: unknown members dropped,
 * empty ones left out, structs kept, quantities and times in their canonical text.
 */
public final class Normaliser {

    private final Schema schema;

    public Normaliser(Schema schema) {
        this.schema = schema;
    }

    /** An object in canonical form, and a complaint such as {@code unknown field "spec.replcas"} for each member dropped. */
    public record Normal(Obj object, List<String> complaints) {
        public Normal {
            complaints = List.copyOf(complaints);
        }
    }

    /**
     * The canonical form of an object.
     *
     * @throws WrongTypeException when a value cannot be what its field is
     */
    public Normal normalise(Obj object) {
        Set<String> unknown = new LinkedHashSet<>();
        List<WrongTypeException> wrong = new ArrayList<>();
        Obj normal = struct(schema, object, new Walk(Place.ROOT, unknown, wrong));
        if (!wrong.isEmpty()) {
            throw wrong.get(0);
        }
        return new Normal(
                normal,
                unknown.stream().map(path -> "unknown field " + new Str(path)).toList());
    }

    /** Where the walk is, and what it met on its way: paths of unknown members, values of a wrong type. */
    private record Walk(Place place, Set<String> unknown, List<WrongTypeException> wrong) {
        Walk to(Place next) {
            return new Walk(next, unknown, wrong);
        }
    }

    /** Goes on after a value of a wrong type, as Go does: one that cannot even be parsed counts more than the first. */
    private static Json value(Schema schema, Json value, Walk walk) {
        try {
            return value.isNull() ? Zeros.of(schema) : given(schema, value, walk);
        } catch (WrongTypeException e) {
            if (!e.canWait()) {
                throw e;
            }
            walk.wrong().add(e);
            return Zeros.of(schema);
        }
    }

    private static Json given(Schema schema, Json value, Walk walk) {
        return switch (schema.kind()) {
            case OBJECT -> struct(schema, value, walk);
            case MAP -> map(schema, value, walk);
            case LIST -> list(schema, value, walk);
            case EITHER -> either(schema, value, walk);
            default -> Leaves.canonical(schema, value, walk.place());
        };
    }

    private static Obj struct(Schema schema, Json value, Walk walk) {
        Obj given = expectObj(schema, value, walk);
        Map<String, Json> decoded = new HashMap<>();
        given.members().forEach((name, member) -> {
            Optional<Field> field = schema.field(name);
            if (field.isEmpty()) {
                walk.unknown().add(walk.place().key(name).path());
            } else if (!member.isNull()) {
                Place place = walk.place().field(field.get(), schema.goType());
                decoded.put(name, value(field.get().type(), member, walk.to(place)));
            }
        });
        return Zeros.struct(schema, decoded);
    }

    private static Obj map(Schema schema, Json value, Walk walk) {
        TreeMap<String, Json> sorted = new TreeMap<>(); // Go's encoder sorts the keys of maps
        expectObj(schema, value, walk)
                .members()
                .forEach((key, member) -> sorted.put(
                        key, value(schema.items(), member, walk.to(walk.place().key(key)))));
        return Obj.ofMembers(sorted);
    }

    private static Arr list(Schema schema, Json value, Walk walk) {
        List<Json> items = value.asArr()
                .orElseThrow(() -> WrongTypeException.of(shown(value), walk.place(), schema))
                .items();
        List<Json> out = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            out.add(value(schema.items(), items.get(i), walk.to(walk.place().index(i))));
        }
        return new Arr(out);
    }

    private static Json either(Schema schema, Json value, Walk walk) {
        if (value instanceof Obj) {
            return struct(schema.items(), value, walk);
        }
        return value instanceof Arr arr && arr.items().stream().allMatch(Obj.class::isInstance)
                ? new Arr(arr.items().stream()
                        .<Json>map(item -> struct(schema.items(), item, walk))
                        .toList())
                : value;
    }

    private static Obj expectObj(Schema schema, Json value, Walk walk) {
        return value.asObj().orElseThrow(() -> WrongTypeException.of(shown(value), walk.place(), schema));
    }

    private static String shown(Json value) {
        return value.typeName().equals("boolean") ? "bool" : value.typeName();
    }
}
