package dev.fluxlab.kube.type;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The part of kubectl's JSONPath that definitions use: fields, indexes, {@code [*]} and one comparison in a filter. */
record JsonPath(List<JsonPath.Step> steps) {

    private static final Pattern STEP = Pattern.compile(
            "\\.(?<field>(?:\\\\.|[^.\\[\\\\])+)|\\['(?<quoted>[^']+)'\\]|\\[(?<index>-?\\d+)\\]|(?<all>\\[\\*\\])"
                    + "|\\[\\?\\(@(?<path>[^=!<>\\s]*)\\s*(?<operator>==|!=)\\s*(?<value>\"[^\"]*\"|'[^']*'|[^)]*)\\)\\]");

    /** Goes from one value to those below it. */
    @FunctionalInterface
    interface Step extends Function<Json, Stream<Json>> {}

    /**
     * Reads a path such as {@code .status.conditions[?(@.type=="Ready")].status}.
     *
     * @throws IllegalArgumentException when it is none, or more than is supported
     */
    static JsonPath parse(String text) {
        String path = text.startsWith("{") && text.endsWith("}") ? text.substring(1, text.length() - 1) : text;
        path = path.startsWith("$") ? path.substring(1) : path;
        List<Step> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(path);
        int at = 0;
        while (at < path.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new IllegalArgumentException("unrecognized JSONPath at '" + path.substring(at) + "' of '" + text
                        + "'; fields, [n], [*] and [?(@.a==\"b\")] are known");
            }
            steps.add(step(matcher));
            at = matcher.end();
        }
        return new JsonPath(List.copyOf(steps));
    }

    private static Step step(Matcher matcher) {
        String field = matcher.group("field") != null ? matcher.group("field") : matcher.group("quoted");
        if (field != null) {
            String name = field.replaceAll("\\\\(.)", "$1");
            return value -> value.at(name).stream();
        }
        if (matcher.group("index") != null) {
            return index(Integer.parseInt(matcher.group("index")));
        }
        return matcher.group("all") != null ? JsonPath::members : filter(matcher);
    }

    private static Step index(int index) {
        return value -> {
            List<Json> items = value.items();
            int from = index < 0 ? items.size() + index : index;
            return from >= 0 && from < items.size() ? Stream.of(items.get(from)) : Stream.empty();
        };
    }

    private static Stream<Json> members(Json value) {
        return value instanceof Obj object ? object.members().values().stream() : value.items().stream();
    }

    private static Step filter(Matcher matcher) {
        JsonPath path = parse(matcher.group("path"));
        String raw = matcher.group("value").strip();
        boolean quoted = raw.startsWith("\"") || raw.startsWith("'");
        String wanted = quoted ? raw.substring(1, raw.length() - 1) : raw;
        boolean equal = matcher.group("operator").equals("==");
        return value -> members(value).filter(item -> path.find(item).stream()
                .anyMatch(found -> text(found).equals(wanted) == equal));
    }

    List<Json> find(Json root) {
        Stream<Json> found = Stream.of(root);
        for (Step step : steps) {
            found = found.flatMap(step);
        }
        return found.toList();
    }

    /** A value as kubectl prints it: text bare, anything else as JSON. */
    static String text(Json value) {
        return value.asText().orElseGet(value::toString);
    }
}
