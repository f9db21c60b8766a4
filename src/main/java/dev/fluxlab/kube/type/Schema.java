package dev.fluxlab.kube.type;

import dev.fluxlab.document.Obj;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What a value may be and how it merges: one node of a kind's immutable, possibly recursive, schema tree. */
public final class Schema {

    /** A value of which nothing is known: kept as it is, its objects merged key by key, its lists replaced. */
    public static final Schema ANY = of(Kind.ANY).build();

    /** The form of a value. */
    public enum Kind {
        OBJECT,
        MAP,
        LIST,
        STRING,
        INTEGER,
        NUMBER,
        BOOLEAN,
        /** Base64 text of bytes. */
        BYTES,
        QUANTITY,
        INT_OR_STRING,
        TIME,
        MICRO_TIME,
        DURATION,
        /** An object of {@link Schema#items()} or any other form, as JSON schemas allow for themselves. */
        EITHER,
        ANY
    }

    /** How two values of a map or list become one. */
    public enum Merging {
        /** The later value replaces the earlier as a whole. */
        ATOMIC,
        /** Objects and maps: member by member. */
        GRANULAR,
        /** Lists of scalars: the value is its own key. */
        SET,
        /** Lists of objects: by the values of {@link Schema#keys()}. */
        KEYED
    }

    private final Builder facts;
    private final Map<String, Field> byName = new LinkedHashMap<>();
    private final List<Field> flat;

    private Schema(Builder facts) {
        this.facts = facts;
        facts.fields.stream().flatMap(Schema::flattened).forEach(field -> byName.put(field.name(), field));
        flat = List.copyOf(byName.values());
    }

    private static Stream<Field> flattened(Field field) {
        if (!field.go().inline()) {
            return Stream.of(field);
        }
        String goType = field.type().goType();
        String struct = goType.substring(goType.lastIndexOf('.') + 1);
        return field.type().fields().stream().map(member -> member.embeddedIn(struct));
    }

    public static Builder of(Kind kind) {
        return new Builder(kind);
    }

    public Kind kind() {
        return facts.kind;
    }

    /** The name that Go and OpenAPI know the type by, or empty text for a type that has none. */
    public String name() {
        return facts.name;
    }

    /** The members of an object in Go's order, those of embedded structs in their place. */
    public List<Field> fields() {
        return flat;
    }

    public Optional<Field> field(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The fields as the Go struct declares them: embedded structs are one field, as they are in protobuf. */
    public List<Field> declaredFields() {
        return facts.fields;
    }

    /** What a list's items or a map's values are; {@link #ANY} when the schema does not say. */
    public Schema items() {
        return facts.items.get();
    }

    public Merging merging() {
        return facts.merging;
    }

    /** The members that tell the items of a {@link Merging#KEYED} list apart. */
    public List<String> keys() {
        return facts.keys;
    }

    /** Whether an object keeps members that it does not declare. */
    public boolean preservesUnknown() {
        return facts.preservesUnknown;
    }

    /** Whether protobuf holds the list in a message of its own. */
    public boolean wrapped() {
        return facts.wrapped;
    }

    /** This schema merged in another way, as a field may ask of the type it refers to. */
    Schema mergedAs(Merging other) {
        return new Schema(new Builder(facts).merging(other));
    }

    /** The type as Go's error messages write it, such as {@code []v1.Container}; empty for custom kinds. */
    public String goType() {
        return facts.goType;
    }

    /** The OpenAPI v3 declaration of this node: description, pattern, enum, default, CEL rules and all the rest. */
    public Obj openApi() {
        return facts.openApi.get();
    }

    @Override
    public String toString() {
        return facts.name.isEmpty() ? facts.kind.toString() : facts.name;
    }

    /** Collects what is known of one schema node. */
    public static final class Builder {

        private final Kind kind;
        private String name = "";
        private List<Field> fields = List.of();
        private Supplier<Schema> items = () -> ANY;
        private Merging merging;
        private List<String> keys = List.of();
        private boolean preservesUnknown;
        private boolean wrapped;
        private String goType = "";
        private Supplier<Obj> openApi = () -> Obj.EMPTY;

        private Builder(Kind kind) {
            this.kind = kind;
            this.merging =
                    kind == Kind.OBJECT || kind == Kind.MAP || kind == Kind.ANY ? Merging.GRANULAR : Merging.ATOMIC;
        }

        private Builder(Builder other) {
            this.kind = other.kind;
            this.name = other.name;
            this.fields = other.fields;
            this.items = other.items;
            this.merging = other.merging;
            this.keys = other.keys;
            this.preservesUnknown = other.preservesUnknown;
            this.wrapped = other.wrapped;
            this.goType = other.goType;
            this.openApi = other.openApi;
        }

        public Builder name(String value) {
            name = value;
            return this;
        }

        public Builder fields(List<Field> value) {
            fields = List.copyOf(value);
            return this;
        }

        /** The items of a list or values of a map, asked for on first use so that a type may contain itself. */
        public Builder items(Supplier<Schema> value) {
            items = value;
            return this;
        }

        public Builder items(Schema value) {
            return items(() -> value);
        }

        public Builder merging(Merging value) {
            merging = value;
            return this;
        }

        public Builder keys(List<String> value) {
            keys = List.copyOf(value);
            merging = Merging.KEYED;
            return this;
        }

        public Builder preservesUnknown(boolean value) {
            preservesUnknown = value;
            return this;
        }

        Builder wrapped(boolean value) {
            wrapped = value;
            return this;
        }

        public Builder goType(String value) {
            goType = value;
            return this;
        }

        public Builder openApi(Supplier<Obj> value) {
            openApi = value;
            return this;
        }

        public Schema build() {
            return new Schema(this);
        }
    }
}
