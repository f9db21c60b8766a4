package dev.fluxlab.tool;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** kubectl's JSONPath templates: text, quoted text and paths in braces; ranges and filters are refused. */
final class KubeTemplate {

    private static final Pattern BRACES = Pattern.compile("\\{((?:\"(?:\\\\.|[^\"])*\"|[^}\"])*)}");
    private static final Pattern STEP = Pattern.compile("\\.((?:\\\\.|[^.\\[\\\\])+)|\\[(\\d+|\\*|'[^']*')]");

    private final String template;

    KubeTemplate(String template) {
        this.template = template;
    }

    String print(Obj object) {
        StringBuilder text = new StringBuilder();
        Matcher braces = BRACES.matcher(template);
        int end = 0;
        while (braces.find()) {
            text.append(template, end, braces.start())
                    .append(value(braces.group(1).strip(), object));
            end = braces.end();
        }
        return text.append(template.substring(end)).toString();
    }

    private static String value(String expression, Obj object) {
        if (expression.startsWith("\"")) {
            return JsonText.read(expression).asText().orElse("");
        }
        List<Json> found = List.of(object);
        Matcher step = STEP.matcher(expression.startsWith("$") ? expression.substring(1) : expression);
        int end = 0;
        while (step.find() && step.start() == end) {
            String key = step.group(1) == null
                    ? step.group(2).replace("'", "")
                    : step.group(1).replace("\\", "");
            boolean indexed = step.group(1) == null && !step.group(2).startsWith("'");
            found = found.stream().flatMap(json -> below(json, key, indexed)).toList();
            end = step.end();
        }
        if (!step.hitEnd() || end != step.regionEnd()) {
            throw new ToolFailure(1, "error: this lab's kubectl does not read the jsonpath {" + expression + "}");
        }
        return found.stream()
                .map(json -> json instanceof Str text ? text.value() : JsonText.print(json))
                .collect(Collectors.joining(" "));
    }

    private static Stream<Json> below(Json json, String key, boolean indexed) {
        if (key.equals("*")) {
            return Stream.concat(json.items().stream(), json.obj().members().values().stream());
        }
        if (!indexed) {
            return json.at(key).stream();
        }
        List<Json> items = json.items();
        int index = Integer.parseInt(key);
        if (index >= items.size()) {
            throw new ToolFailure(
                    1,
                    "error: error executing jsonpath: array index out of bounds: index " + index + ", length "
                            + items.size());
        }
        return Stream.of(items.get(index));
    }
}
