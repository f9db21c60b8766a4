package dev.fluxlab.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An immutable JSON value. Equality is structural; the order of an object's keys is kept but does not count. */
public sealed interface Json permits Obj, Arr, Str, Num, Bool, Null {

    /** The value as maps, lists, strings, longs, doubles, booleans and nulls: the bridge to other libraries' trees. */
    @org.jspecify.annotations.Nullable
    Object toJava();

    /** The name that error messages use: object, array, string, number, boolean, null. */
    String typeName();

    /**
     * The value of a plain Java tree.
     *
     * @throws IllegalArgumentException for anything but maps, iterables, strings, numbers, booleans and null
     */
    static Json of(@org.jspecify.annotations.Nullable Object value) {
        return JavaTrees.read(value);
    }

    static Str string(String value) {
        return new Str(value);
    }

    static Num number(long value) {
        return Num.of(value);
    }

    static Bool bool(boolean value) {
        return value ? Bool.TRUE : Bool.FALSE;
    }

    default Optional<Obj> asObj() {
        return this instanceof Obj obj ? Optional.of(obj) : Optional.empty();
    }

    default Optional<Arr> asArr() {
        return this instanceof Arr arr ? Optional.of(arr) : Optional.empty();
    }

    /** The text of a string value; empty for every other type. */
    default Optional<String> asText() {
        return this instanceof Str str ? Optional.of(str.value()) : Optional.empty();
    }

    default Optional<Long> asLong() {
        return this instanceof Num num && num.isIntegral() ? Optional.of(num.longValue()) : Optional.empty();
    }

    default Optional<Boolean> asBoolean() {
        return this instanceof Bool bool ? Optional.of(bool.value()) : Optional.empty();
    }

    default boolean isNull() {
        return this instanceof Null;
    }

    /** The value below the given keys; empty when a key is missing or a value on the way is not an object. */
    default Optional<Json> at(String... keys) {
        Json here = this;
        for (String key : keys) {
            Optional<Json> next = here instanceof Obj obj ? obj.get(key) : Optional.empty();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            here = next.get();
        }
        return Optional.of(here);
    }

    /** The text below the given keys, or empty text when there is none. */
    default String text(String... keys) {
        return at(keys).flatMap(Json::asText).orElse("");
    }

    /** The object below the given keys, or an empty one. */
    default Obj obj(String... keys) {
        return at(keys).flatMap(Json::asObj).orElse(Obj.EMPTY);
    }

    /** The items of the array below the given keys, or none. */
    default List<Json> items(String... keys) {
        return at(keys).flatMap(Json::asArr).map(Arr::items).orElse(List.of());
    }

    /** The text members of the object below the given keys, as labels and annotations are read. */
    default Map<String, String> texts(String... keys) {
        return obj(keys).texts();
    }
}
