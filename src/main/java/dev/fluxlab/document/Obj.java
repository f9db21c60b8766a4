package dev.fluxlab.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A JSON object whose keys keep the order in which they were first set. */
public final class Obj implements Json {

    public static final Obj EMPTY = new Obj(new LinkedHashMap<>());

    private final Map<String, Json> members;

    private Obj(Map<String, Json> members) {
        this.members = Collections.unmodifiableMap(members);
    }

    public static Obj of(String key, Json value) {
        return builder().put(key, value).build();
    }

    public static Obj of(String key, String value) {
        return of(key, new Str(value));
    }

    public static Obj ofMembers(Map<String, ? extends Json> members) {
        return members.isEmpty() ? EMPTY : new Obj(new LinkedHashMap<>(members));
    }

    public static Obj ofTexts(Map<String, String> texts) {
        Builder builder = builder();
        texts.forEach(builder::put);
        return builder.build();
    }

    public static Builder builder() {
        return new Builder();
    }

    public Optional<Json> get(String key) {
        return Optional.ofNullable(members.get(key));
    }

    public boolean has(String key) {
        return members.containsKey(key);
    }

    public boolean isEmpty() {
        return members.isEmpty();
    }

    public int size() {
        return members.size();
    }

    public Set<String> keys() {
        return members.keySet();
    }

    /** The members in their order; unmodifiable. */
    public Map<String, Json> members() {
        return members;
    }

    /** The members whose value is a string. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        members.forEach((key, value) -> value.asText().ifPresent(text -> texts.put(key, text)));
        return texts;
    }

    /** This object with one member set; a key that was there keeps its place. */
    public Obj with(String key, Json value) {
        Map<String, Json> copy = new LinkedHashMap<>(members);
        copy.put(key, value);
        return new Obj(copy);
    }

    public Obj with(String key, String value) {
        return with(key, new Str(value));
    }

    public Obj without(String key) {
        if (!members.containsKey(key)) {
            return this;
        }
        Map<String, Json> copy = new LinkedHashMap<>(members);
        copy.remove(key);
        return new Obj(copy);
    }

    /** This object with the member replaced by what the change makes of it; a missing member is handed in as empty object. */
    public Obj withObj(String key, UnaryOperator<Obj> change) {
        return with(key, change.apply(obj(key)));
    }

    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.members.putAll(members);
        return builder;
    }

    @Override
    public Map<String, Object> toJava() {
        Map<String, Object> map = new LinkedHashMap<>();
        members.forEach((key, value) -> JavaTrees.put(map, key, value));
        return map;
    }

    @Override
    public String typeName() {
        return "object";
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return this == other || other instanceof Obj obj && members.equals(obj.members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    @Override
    public String toString() {
        return JsonText.print(this);
    }

    /** Collects the members of an object, once. */
    public static final class Builder {

        private LinkedHashMap<String, Json> members = new LinkedHashMap<>();

        private Builder() {}

        public Builder put(String key, Json value) {
            members.put(key, value);
            return this;
        }

        public Builder put(String key, String value) {
            return put(key, new Str(value));
        }

        public Builder put(String key, long value) {
            return put(key, Num.of(value));
        }

        public Builder put(String key, boolean value) {
            return put(key, Json.bool(value));
        }

        public Builder putAll(Obj other) {
            members.putAll(other.members);
            return this;
        }

        public boolean has(String key) {
            return members.containsKey(key);
        }

        public Obj build() {
            if (members.isEmpty()) {
                return EMPTY;
            }
            Obj built = new Obj(members);
            members = new LinkedHashMap<>(members); // the built object keeps the map; later puts go to a copy
            return built;
        }
    }
}
