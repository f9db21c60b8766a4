package dev.fluxlab.kube.type;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Label selectors as tables print them, and whether one chooses a set of labels. */
final class Selectors {

    private Selectors() {}

    /** {@code app=web,tier in (a,b)}, ordered by key; empty for a selector that says nothing. */
    static String text(Obj selector) {
        TreeMap<String, String> parts = new TreeMap<>();
        selector.texts("matchLabels").forEach((key, value) -> parts.put(key, key + "=" + value));
        for (Json expression : selector.items("matchExpressions")) {
            parts.merge(expression.text("key"), text(expression), (one, other) -> one + "," + other);
        }
        return String.join(",", parts.values());
    }

    private static String text(Json expression) {
        String key = expression.text("key");
        return switch (expression.text("operator")) {
            case "In" -> key + " in (" + values(expression) + ")";
            case "NotIn" -> key + " notin (" + values(expression) + ")";
            case "DoesNotExist" -> "!" + key;
            default -> key;
        };
    }

    private static String values(Json expression) {
        return texts(expression).sorted().collect(Collectors.joining(","));
    }

    private static Stream<String> texts(Json expression) {
        return expression.items("values").stream().flatMap(value -> value.asText().stream());
    }

    static String textOrNone(Obj selector) {
        String text = text(selector);
        return text.isEmpty() ? "<none>" : text;
    }

    /** {@code a=b,c=d}, ordered by key. */
    static String labels(Map<String, String> labels) {
        return labels.isEmpty()
                ? "<none>"
                : new TreeMap<>(labels)
                        .entrySet().stream()
                                .map(label -> label.getKey() + "=" + label.getValue())
                                .collect(Collectors.joining(","));
    }

    static boolean matches(Obj selector, Map<String, String> labels) {
        return selector.texts("matchLabels").entrySet().stream()
                        .allMatch(wanted -> wanted.getValue().equals(labels.get(wanted.getKey())))
                && selector.items("matchExpressions").stream().allMatch(expression -> matches(expression, labels));
    }

    private static boolean matches(Json expression, Map<String, String> labels) {
        List<String> values = texts(expression).toList();
        String key = expression.text("key");
        return switch (expression.text("operator")) {
            case "In" -> labels.containsKey(key) && values.contains(labels.get(key));
            case "NotIn" -> !labels.containsKey(key) || !values.contains(labels.get(key));
            case "Exists" -> labels.containsKey(key);
            case "DoesNotExist" -> !labels.containsKey(key);
            default -> false;
        };
    }
}
