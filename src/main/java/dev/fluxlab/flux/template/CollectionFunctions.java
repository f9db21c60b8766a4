package dev.fluxlab.flux.template;

import static dev.fluxlab.flux.template.Functions.list;
import static dev.fluxlab.flux.template.Functions.map;
import static dev.fluxlab.flux.template.Functions.text;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Functions on lists and maps, and on what may be missing, as sprig has them. */
final class CollectionFunctions {

    private CollectionFunctions() {}

    static void addTo(Functions.Table table) {
        lists(table);
        parts(table);
        maps(table);
        defaults(table);
    }

    private static void lists(Functions.Table table) {
        table.atLeast(0, "list", List::copyOf)
                .atLeast(0, "tuple", List::copyOf)
                .exactly(2, "join", args -> join(args.get(1), text(args.get(0))))
                .exactly(2, "splitList", args -> split(text(args.get(1)), text(args.get(0))))
                .exactly(2, "split", args -> splitMap(text(args.get(1)), text(args.get(0))))
                .exactly(2, "append", args -> plus(list(args.get(0)), List.of(args.get(1))))
                .exactly(2, "prepend", args -> plus(List.of(args.get(1)), list(args.get(0))))
                .atLeast(0, "concat", args -> args.stream()
                        .flatMap(one -> list(one).stream())
                        .toList())
                .exactly(1, "sortAlpha", args -> list(args.get(0)).stream()
                        .map(Functions::text)
                        .sorted()
                        .toList())
                .exactly(
                        1, "uniq", args -> list(args.get(0)).stream().distinct().toList())
                .exactly(1, "compact", args -> list(args.get(0)).stream()
                        .filter(GoPrint::truth)
                        .toList())
                .exactly(2, "has", args -> list(args.get(1)).contains(args.get(0)))
                .atLeast(1, "without", args -> list(args.get(0)).stream()
                        .filter(one -> !args.subList(1, args.size()).contains(one))
                        .toList());
    }

    private static void parts(Functions.Table table) {
        table.exactly(1, "first", args -> at(list(args.get(0)), 0))
                .exactly(
                        1,
                        "last",
                        args -> at(list(args.get(0)), list(args.get(0)).size() - 1))
                .exactly(
                        1,
                        "rest",
                        args -> slice(list(args.get(0)), 1, list(args.get(0)).size()))
                .exactly(
                        1,
                        "initial",
                        args -> slice(list(args.get(0)), 0, list(args.get(0)).size() - 1))
                .exactly(1, "reverse", args -> reversed(list(args.get(0))));
    }

    private static void maps(Functions.Table table) {
        table.atLeast(0, "dict", CollectionFunctions::dict)
                .exactly(2, "get", args -> map(args.get(0)).getOrDefault(args.get(1), ""))
                .exactly(2, "hasKey", args -> map(args.get(0)).containsKey(args.get(1)))
                .atLeast(0, "keys", args -> args.stream()
                        .flatMap(one -> map(one).keySet().stream())
                        .toList())
                .exactly(1, "values", args -> List.copyOf(map(args.get(0)).values()))
                .exactly(1, "toJson", args -> JsonText.print(Json.of(plain(args.get(0)))));
    }

    private static void defaults(Functions.Table table) {
        table.atLeast(1, "default", args -> args.size() > 1 && GoPrint.truth(args.get(1)) ? args.get(1) : args.get(0))
                .exactly(1, "empty", args -> !GoPrint.truth(args.get(0)))
                .atLeast(
                        0,
                        "coalesce",
                        args -> args.stream().filter(GoPrint::truth).findFirst().orElse(GoPrint.NO_VALUE))
                .exactly(3, "ternary", args -> GoPrint.truth(args.get(2)) ? args.get(0) : args.get(1));
    }

    private static String join(Object value, String separator) {
        return value instanceof List<?> list
                ? list.stream().map(GoPrint::text).collect(Collectors.joining(separator))
                : text(value);
    }

    private static List<Object> split(String text, String separator) {
        return List.copyOf(Arrays.asList(text.split(java.util.regex.Pattern.quote(separator), -1)));
    }

    private static Map<Object, Object> splitMap(String text, String separator) {
        Map<Object, Object> parts = new TreeMap<>();
        split(text, separator).forEach(part -> parts.put("_" + parts.size(), part));
        return parts;
    }

    private static List<Object> plus(List<Object> left, List<Object> right) {
        List<Object> both = new ArrayList<>(left);
        both.addAll(right);
        return both;
    }

    private static Object at(List<Object> list, int position) {
        return list.isEmpty() ? GoPrint.NO_VALUE : list.get(position);
    }

    private static List<Object> slice(List<Object> list, int from, int to) {
        return list.isEmpty() ? list : List.copyOf(list.subList(from, to));
    }

    private static List<Object> reversed(List<Object> list) {
        List<Object> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }

    private static Map<Object, Object> dict(List<Object> args) {
        Map<Object, Object> dict = new TreeMap<>();
        for (int i = 0; i < args.size(); i += 2) {
            dict.put(text(args.get(i)), i + 1 < args.size() ? args.get(i + 1) : "");
        }
        return dict;
    }

    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> plain = new TreeMap<>();
            map.forEach((key, one) -> plain.put(text(key), plain(one)));
            return plain;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(CollectionFunctions::plain).toList();
        }
        return value instanceof Long || value instanceof Double || value instanceof Boolean ? value : text(value);
    }
}
