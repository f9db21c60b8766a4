package dev.fluxlab.flux.template;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Values as Go's fmt prints them. */
final class GoPrint {

    /** What is there when there is nothing: a key that a map lacks. */
    static final Object NO_VALUE = new Object() {
        @Override
        public String toString() {
            return "<no value>";
        }
    };

    private GoPrint() {}

    static String text(Object value) {
        if (value instanceof GoStruct struct) {
            return struct.text();
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> text(entry.getKey()) + ":" + text(entry.getValue()))
                    .collect(Collectors.joining(" ", "map[", "]"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(GoPrint::text).collect(Collectors.joining(" ", "[", "]"));
        }
        return value instanceof Double number ? decimal(number) : value.toString();
    }

    private static String decimal(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15 ? Long.toString((long) number) : "" + number;
    }

    /** Text in double quotes. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char character : text.toCharArray()) {
            switch (character) {
                case '"', '\\' -> quoted.append('\\').append(character);
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                case '\r' -> quoted.append("\\r");
                default -> quoted.append(character);
            }
        }
        return quoted.append('"').toString();
    }

    /** Operands with blanks where neither side is text: print. */
    static String print(List<Object> values) {
        StringBuilder text = new StringBuilder();
        boolean textBefore = true;
        for (Object value : values) {
            boolean isText = value instanceof String;
            text.append(text.length() > 0 && !isText && !textBefore ? " " : "").append(text(value));
            textBefore = isText;
        }
        return text.toString();
    }

    /** Operands with blanks between all and a line break after: println. */
    static String println(List<Object> values) {
        return values.stream().map(GoPrint::text).collect(Collectors.joining(" ", "", "\n"));
    }

    /** The Go type that messages name. */
    static String typeName(Object value) {
        if (value instanceof GoStruct struct) {
            return struct.typeName();
        }
        if (value instanceof Map) {
            return "map[string]interface {}";
        }
        if (value instanceof List) {
            return "[]interface {}";
        }
        if (value instanceof Boolean) {
            return "bool";
        }
        if (value instanceof Double) {
            return "float64";
        }
        return value instanceof Long ? "int" : "string";
    }

    static boolean truth(Object value) {
        if (value instanceof Boolean bool) {
            return bool;
        }
        if (value instanceof Long number) {
            return number != 0;
        }
        if (value instanceof Double number) {
            return number != 0;
        }
        if (value instanceof Map<?, ?> map) {
            return !map.isEmpty();
        }
        if (value instanceof List<?> list) {
            return !list.isEmpty();
        }
        return value instanceof GoStruct || value instanceof String text && !text.isEmpty();
    }
}
