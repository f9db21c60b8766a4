package dev.fluxlab.flux.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The functions that a commit message may call: Go's own, and those of sprig's that give the same result every time
 * and that users write: texts, lists, maps, numbers, defaults, checksums, regular expressions and paths. Not there, as
 * in Flux: the time, randomness, the environment; left out besides: keys and certificates, dates, semver, URLs.
 */
final class Functions {

    static final Map<String, Function> ALL = all();

    private Functions() {}

    /** What a function does with its arguments. */
    @FunctionalInterface
    interface Body {
        Object apply(List<Object> arguments);
    }

    /** A function and how many arguments it takes. */
    record Function(int least, int most, Body body) {}

    /** Collects functions by name. */
    static final class Table {
        private final Map<String, Function> functions = new HashMap<>();

        Table exactly(int count, String name, Body body) {
            functions.put(name, new Function(count, count, body));
            return this;
        }

        Table atLeast(int count, String name, Body body) {
            functions.put(name, new Function(count, Integer.MAX_VALUE, body));
            return this;
        }
    }

    private static Map<String, Function> all() {
        Table table = new Table();
        BuiltIns.addTo(table);
        TextFunctions.addTo(table);
        CollectionFunctions.addTo(table);
        NumberFunctions.addTo(table);
        return Map.copyOf(table.functions);
    }

    static String text(Object value) {
        return GoPrint.text(value);
    }

    static long number(Object value) {
        if (value instanceof Long number) {
            return number;
        }
        if (value instanceof Double number) {
            return number.longValue();
        }
        if (value instanceof Boolean bool) {
            return bool ? 1 : 0;
        }
        try {
            return Long.parseLong(text(value).strip());
        } catch (NumberFormatException e) {
            return 0; // as sprig's casts do
        }
    }

    @SuppressWarnings("unchecked") // lists hold anything
    static List<Object> list(Object value) {
        if (value instanceof List<?> list) {
            return (List<Object>) list;
        }
        throw new IllegalArgumentException("Cannot find elements on type " + GoPrint.typeName(value));
    }

    @SuppressWarnings("unchecked") // maps hold anything
    static Map<Object, Object> map(Object value) {
        if (value instanceof Map<?, ?> map) {
            return (Map<Object, Object>) map;
        }
        throw new IllegalArgumentException("wrong type for value; expected map; got " + GoPrint.typeName(value));
    }
}
