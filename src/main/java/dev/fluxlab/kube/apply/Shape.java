package dev.fluxlab.kube.apply;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.type.Schema;
import dev.fluxlab.kube.type.Schema.Kind;
import dev.fluxlab.kube.type.Schema.Merging;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The three forms that ownership knows, and which of them a value has under a schema. */
enum Shape {
    MAP,
    LIST,
    SCALAR;

    /** The form in which a schema takes a value; where it takes any form, the value decides, and null is a map. */
    static Shape of(Schema schema, @Nullable Json value) {
        return switch (schema.kind()) {
            case OBJECT, MAP -> MAP;
            case LIST -> LIST;
            case ANY, EITHER -> value instanceof Arr ? LIST : isScalar(value) ? SCALAR : MAP;
            default -> SCALAR;
        };
    }

    private static boolean isScalar(@Nullable Json value) {
        return value != null && !value.isNull() && !(value instanceof Obj) && !(value instanceof Arr);
    }

    static boolean takesAny(Schema schema) {
        return schema.kind() == Kind.ANY || schema.kind() == Kind.EITHER;
    }

    /** Whether a map or list is owned as a whole. Lists of unknown items always are. */
    boolean isAtomic(Schema schema) {
        return schema.merging() == Merging.ATOMIC || this == LIST && takesAny(schema);
    }

    /** The schema of a member of a map; empty when the schema declares its members and this is none of them. */
    static Optional<Schema> member(Schema schema, String name) {
        return switch (schema.kind()) {
            case MAP -> Optional.of(schema.items());
            case OBJECT -> schema.field(name)
                    .map(field -> field.type())
                    .or(() -> isOpen(schema) ? Optional.of(Schema.ANY) : Optional.empty());
            default -> Optional.of(schema.kind() == Kind.ANY ? schema : Schema.ANY);
        };
    }

    /** Whether an object takes members that it does not declare, as one that declares none does. */
    static boolean isOpen(Schema schema) {
        return schema.preservesUnknown() || schema.fields().isEmpty();
    }

    static boolean declares(Schema schema, String name) {
        return schema.kind() == Kind.OBJECT && schema.field(name).isPresent();
    }

    static Schema items(Schema schema) {
        return takesAny(schema) ? schema : schema.items();
    }

    static Optional<Schema> at(Schema schema, PathElement element) {
        if (element instanceof PathElement.Name field) {
            return schema.kind() == Kind.LIST ? Optional.empty() : member(schema, field.name());
        }
        boolean hasItems = schema.kind() == Kind.LIST || takesAny(schema);
        return hasItems ? Optional.of(items(schema)) : Optional.empty();
    }

    /** The value as an object; null when it is absent, null, or something else. */
    static @Nullable Obj asMap(@Nullable Json value) {
        return value instanceof Obj obj ? obj : null;
    }

    static @Nullable Arr asList(@Nullable Json value) {
        return value instanceof Arr arr ? arr : null;
    }
}
