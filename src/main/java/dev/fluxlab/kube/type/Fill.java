package dev.fluxlab.kube.type;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Null;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The words that defaults are written in: each makes a change of an object that is safe to make twice. */
final class Fill {

    private Fill() {}

    @SafeVarargs
    static UnaryOperator<Obj> all(UnaryOperator<Obj>... steps) {
        List<UnaryOperator<Obj>> list = List.copyOf(Arrays.asList(steps));
        return object -> {
            Obj filled = object;
            for (UnaryOperator<Obj> step : list) {
                filled = step.apply(filled);
            }
            return filled;
        };
    }

    /** Sets a member that is missing, null or empty text. */
    static UnaryOperator<Obj> missing(String key, Function<Obj, Json> value) {
        return object -> isMissing(object, key) ? object.with(key, value.apply(object)) : object;
    }

    static UnaryOperator<Obj> missing(String key, String value) {
        return missing(key, object -> new Str(value));
    }

    static UnaryOperator<Obj> missing(String key, long value) {
        return missing(key, object -> Json.number(value));
    }

    static UnaryOperator<Obj> missing(String key, boolean value) {
        return missing(key, object -> Json.bool(value));
    }

    static UnaryOperator<Obj> missing(String key, Obj value) {
        return missing(key, object -> value);
    }

    /** Changes the object below a key, where there is one. */
    static UnaryOperator<Obj> in(String key, UnaryOperator<Obj> change) {
        return object -> object.get(key).flatMap(Json::asObj).isPresent() ? object.withObj(key, change) : object;
    }

    /** Changes the object below a key, making an empty one where there is none. */
    static UnaryOperator<Obj> within(String key, UnaryOperator<Obj> change) {
        return object -> object.withObj(key, change);
    }

    /** Changes every object of the list below a key. */
    static UnaryOperator<Obj> each(String key, UnaryOperator<Obj> change) {
        return object -> object.get(key).flatMap(Json::asArr).isEmpty()
                ? object
                : object.with(
                        key,
                        new Arr(object.items(key).stream()
                                .map(item -> item instanceof Obj obj ? change.apply(obj) : item)
                                .toList()));
    }

    static UnaryOperator<Obj> when(Predicate<Obj> condition, UnaryOperator<Obj> change) {
        return object -> condition.test(object) ? change.apply(object) : object;
    }

    static Predicate<Obj> says(String key, String value) {
        return object -> object.text(key).equals(value);
    }

    static boolean isMissing(Obj object, String key) {
        Json value = object.get(key).orElse(Null.NULL);
        return value.isNull() || value.asText().filter(String::isEmpty).isPresent();
    }
}
