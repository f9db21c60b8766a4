package dev.fluxlab.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Objects and arrays by the tokens of a pointer, as a JSON patch reaches into them. */
final class JsonContainer {

    private JsonContainer() {}

    static Optional<Json> get(Json container, String token) {
        if (container instanceof Obj obj) {
            return obj.get(token);
        }
        if (!(container instanceof Arr arr)) {
            return Optional.empty();
        }
        OptionalInt index = position(arr, token);
        return index.isPresent() ? Optional.of(arr.items().get(index.getAsInt())) : Optional.empty();
    }

    static boolean has(Arr arr, String token) {
        return position(arr, token).isPresent();
    }

    /** The place a token names in an array; a negative one counts from its end. */
    private static OptionalInt position(Arr arr, String token) {
        try {
            int index = Integer.parseInt(token);
            int counted = index < 0 ? index + arr.size() : index;
            return counted >= 0 && counted < arr.size() ? OptionalInt.of(counted) : OptionalInt.empty();
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    static Json set(Json container, String token, Json value) {
        if (container instanceof Obj obj) {
            return obj.with(token, value);
        }
        Arr arr = (Arr) container;
        List<Json> items = new ArrayList<>(arr.items());
        items.set(position(arr, token).orElseThrow(() -> new DocumentException(invalidIndex(token))), value);
        return new Arr(items);
    }

    static Json add(Json container, String token, Json value) {
        if (container instanceof Obj obj) {
            return obj.with(token, value);
        }
        Arr arr = (Arr) container;
        return token.equals("-") ? arr.plus(value) : inserted(arr, token, value);
    }

    private static Arr inserted(Arr arr, String token, Json value) {
        int index;
        try {
            index = Integer.parseInt(token);
        } catch (NumberFormatException e) {
            throw new DocumentException("value was not a proper array index: '" + token + "': strconv.Atoi: parsing \""
                    + token + "\": invalid syntax");
        }
        int counted = index < 0 ? index + arr.size() + 1 : index;
        if (counted < 0 || counted > arr.size()) {
            throw new DocumentException(invalidIndex(token));
        }
        List<Json> items = new ArrayList<>(arr.items());
        items.add(counted, value);
        return new Arr(items);
    }

    static Json remove(Json container, String token) {
        if (container instanceof Obj obj) {
            if (!obj.has(token)) {
                throw new DocumentException("Unable to remove nonexistent key: " + token + ": missing value");
            }
            return obj.without(token);
        }
        Arr arr = (Arr) container;
        List<Json> items = new ArrayList<>(arr.items());
        items.remove(position(arr, token).orElseThrow(() -> new DocumentException(invalidIndex(token))));
        return new Arr(items);
    }

    static String invalidIndex(String token) {
        return "Unable to access invalid index: " + token + ": invalid index referenced";
    }
}
