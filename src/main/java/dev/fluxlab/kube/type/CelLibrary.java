package dev.fluxlab.kube.type;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Num;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The functions that rules may call, by name and number of arguments. */
final class CelLibrary {

    static final Map<String, CelFunction> FUNCTIONS = Stream.of(texts(), conversions(), lists())
            .flatMap(functions -> functions)
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private CelLibrary() {}

    private static Stream<Map.Entry<String, CelFunction>> texts() {
        return Stream.of(
                test("startsWith", String::startsWith),
                test("endsWith", String::endsWith),
                test("contains", String::contains),
                test("matches", CelLibrary::matches),
                change("lowerAscii", text -> text.toLowerCase(Locale.ROOT)),
                change("upperAscii", text -> text.toUpperCase(Locale.ROOT)),
                change("trim", String::strip),
                function("split", 2, "array", values -> split(text(values, 0), text(values, 1))),
                function(
                        "replace",
                        3,
                        "string",
                        values -> new Str(text(values, 0).replace(text(values, 1), text(values, 2)))),
                function(
                        "substring",
                        2,
                        "string",
                        values -> new Str(text(values, 0).substring((int) number(values, 1)))),
                function(
                        "substring",
                        3,
                        "string",
                        values ->
                                new Str(text(values, 0).substring((int) number(values, 1), (int) number(values, 2)))));
    }

    private static Stream<Map.Entry<String, CelFunction>> conversions() {
        return Stream.of(
                function("string", 1, "string", values -> new Str(JsonPath.text(values.get(0)))),
                function("int", 1, "integer", values -> Json.number(whole(values.get(0)))),
                function("double", 1, "number", values -> Num.of(Double.parseDouble(JsonPath.text(values.get(0))))));
    }

    private static Stream<Map.Entry<String, CelFunction>> lists() {
        return Stream.of(
                function("size", 1, "integer", values -> Json.number(size(values.get(0)))),
                function("join", 1, "string", values -> new Str(join(values.get(0), ""))),
                function("join", 2, "string", values -> new Str(join(values.get(0), text(values, 1)))));
    }

    private static Map.Entry<String, CelFunction> function(
            String name, int arguments, String result, Function<List<Json>, Json> body) {
        return Map.entry(name + "/" + arguments, CelFunction.of(name, result, values -> guarded(body, values)));
    }

    private static Json guarded(Function<List<Json>, Json> body, List<Json> values) {
        try {
            return body.apply(values);
        } catch (IndexOutOfBoundsException e) {
            throw new CelException(0, "index out of range");
        } catch (NumberFormatException e) {
            throw new CelException(0, "type conversion error from '" + values.get(0) + "'");
        }
    }

    private static Map.Entry<String, CelFunction> test(String name, BiPredicate<String, String> test) {
        return function(name, 2, "boolean", values -> Json.bool(test.test(text(values, 0), text(values, 1))));
    }

    private static Map.Entry<String, CelFunction> change(String name, UnaryOperator<String> change) {
        return function(name, 1, "string", values -> new Str(change.apply(text(values, 0))));
    }

    private static String text(List<Json> values, int index) {
        return values.get(index).asText().orElseThrow(() -> new CelException(0, "no such overload"));
    }

    private static long number(List<Json> values, int index) {
        return values.get(index).asLong().orElseThrow(() -> new CelException(0, "no such overload"));
    }

    private static boolean matches(String text, String pattern) {
        try {
            return Pattern.compile(pattern).matcher(text).find();
        } catch (PatternSyntaxException e) {
            throw new CelException(0, "error parsing regexp: " + e.getDescription() + ": `" + e.getPattern() + "`");
        }
    }

    private static Json split(String text, String separator) {
        return Arr.ofTexts(List.of(text.split(java.util.regex.Pattern.quote(separator), -1)));
    }

    private static String join(Json list, String separator) {
        return list.items().stream().map(JsonPath::text).collect(Collectors.joining(separator));
    }

    private static long whole(Json value) {
        return value instanceof Num number ? (long) number.doubleValue() : Long.parseLong(JsonPath.text(value));
    }

    private static long size(Json value) {
        if (value instanceof Str text) {
            return text.value().codePointCount(0, text.value().length());
        }
        if (value instanceof Obj object) {
            return object.size();
        }
        return value.asArr()
                .orElseThrow(() -> new CelException(0, "no such overload"))
                .size();
    }
}
