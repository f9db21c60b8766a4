package dev.fluxlab.flux.template;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The functions that Go's templates bring along. */
final class BuiltIns {

    private BuiltIns() {}

    static void addTo(Functions.Table table) {
        table.atLeast(0, "print", GoPrint::print)
                .atLeast(0, "println", GoPrint::println)
                .atLeast(
                        1, "printf", args -> GoFormat.format(Functions.text(args.get(0)), args.subList(1, args.size())))
                .exactly(1, "not", args -> !GoPrint.truth(args.get(0)))
                .atLeast(1, "and", args -> firstWith(args, false))
                .atLeast(1, "or", args -> firstWith(args, true))
                .exactly(1, "len", args -> length(args.get(0)))
                .atLeast(1, "index", BuiltIns::index)
                .atLeast(1, "slice", BuiltIns::slice)
                .atLeast(0, "html", args -> html(GoPrint.print(args)))
                .atLeast(0, "urlquery", args -> URLEncoder.encode(GoPrint.print(args), StandardCharsets.UTF_8));
        comparisons(table);
    }

    private static void comparisons(Functions.Table table) {
        table.atLeast(2, "eq", args -> args.subList(1, args.size()).stream().anyMatch(arg -> equal(args.get(0), arg)))
                .exactly(2, "ne", args -> !equal(args.get(0), args.get(1)))
                .exactly(2, "lt", args -> compare(args) < 0)
                .exactly(2, "le", args -> compare(args) <= 0)
                .exactly(2, "gt", args -> compare(args) > 0)
                .exactly(2, "ge", args -> compare(args) >= 0);
    }

    private static Object firstWith(List<Object> args, boolean truth) {
        return args.stream()
                .filter(arg -> GoPrint.truth(arg) == truth)
                .findFirst()
                .orElse(args.get(args.size() - 1));
    }

    private static Object length(Object value) {
        if (value instanceof String text) {
            return (long) text.getBytes(StandardCharsets.UTF_8).length;
        }
        if (value instanceof Map<?, ?> map) {
            return (long) map.size();
        }
        if (value instanceof List<?> list) {
            return (long) list.size();
        }
        throw new IllegalArgumentException("len of type " + GoPrint.typeName(value));
    }

    private static Object index(List<Object> args) {
        Object here = args.get(0);
        for (Object key : args.subList(1, args.size())) {
            if (here instanceof Map<?, ?> map) {
                Object value = map.get(key);
                here = value == null ? "" : value;
            } else {
                List<Object> list = Functions.list(here);
                int position = (int) Functions.number(key);
                if (position < 0 || position >= list.size()) {
                    throw new IllegalArgumentException("index out of range: " + position);
                }
                here = list.get(position);
            }
        }
        return here;
    }

    private static Object slice(List<Object> args) {
        Object value = args.get(0);
        int size = value instanceof String text
                ? text.length()
                : Functions.list(value).size();
        int from = args.size() > 1 ? (int) Functions.number(args.get(1)) : 0;
        int to = args.size() > 2 ? (int) Functions.number(args.get(2)) : size;
        if (from < 0 || to > size || from > to) {
            throw new IllegalArgumentException("index out of range: " + (to > size ? to : from));
        }
        return value instanceof String text
                ? text.substring(from, to)
                : List.copyOf(Functions.list(value).subList(from, to));
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&#34;")
                .replace("'", "&#39;");
    }

    private static boolean equal(Object left, Object right) {
        requireSameKind(left, right);
        return left.equals(right);
    }

    private static void requireSameKind(Object left, Object right) {
        if (!isBasic(left) || !isBasic(right)) {
            throw new IllegalArgumentException("invalid type for comparison");
        }
        if (left.getClass() != right.getClass()) {
            throw new IllegalArgumentException("incompatible types for comparison");
        }
    }

    private static boolean isBasic(Object value) {
        return value instanceof String || value instanceof Long || value instanceof Double || value instanceof Boolean;
    }

    private static int compare(List<Object> args) {
        requireSameKind(args.get(0), args.get(1));
        if (args.get(0) instanceof Long left && args.get(1) instanceof Long right) {
            return left.compareTo(right);
        }
        if (args.get(0) instanceof Double left && args.get(1) instanceof Double right) {
            return left.compareTo(right);
        }
        if (args.get(0) instanceof String left && args.get(1) instanceof String right) {
            return left.compareTo(right);
        }
        throw new IllegalArgumentException("invalid type for comparison");
    }
}
