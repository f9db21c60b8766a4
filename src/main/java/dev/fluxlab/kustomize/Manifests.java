package dev.fluxlab.kustomize;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.YamlDialect;
import dev.fluxlab.document.YamlText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Objects as YAML text, read as kustomize reads a resource file or a patch. */
final class Manifests {

    private static final Pattern SEPARATOR = Pattern.compile("\n---(.*)\n");

    private Manifests() {}

    static List<Obj> read(byte[] bytes) {
        return read(new String(bytes, StandardCharsets.UTF_8));
    }

    /** The objects of a text; lists are opened, their items follow what stands beside them. */
    static List<Obj> read(String text) {
        Deque<Json> waiting = new ArrayDeque<>();
        for (String document : documents(text.replace("\r\n", "\n"))) {
            parse(document).filter(value -> !isEmpty(value)).ifPresent(waiting::add);
        }
        List<Obj> objects = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Obj object = validated(waiting.remove());
            Optional<Json> items = object.get("items")
                    .filter(any -> Scalars.text(object, "kind").endsWith("List"));
            if (items.isEmpty()) {
                objects.add(object);
            } else {
                waiting.addAll(opened(object, items.get()));
            }
        }
        return objects;
    }

    private static List<Json> opened(Obj list, Json items) {
        if (items.isNull()) {
            return List.of();
        }
        if (!(items instanceof Arr arr)) {
            throw new KustomizeException("expected array in " + Scalars.text(list, "kind") + "/items, but found "
                    + (items instanceof Obj ? "map[string]interface {}" : "string"));
        }
        return arr.items().stream().filter(item -> !isEmpty(item)).toList();
    }

    private static List<String> documents(String text) {
        List<String> documents = new ArrayList<>();
        Matcher separator = SEPARATOR.matcher(text);
        int start = 0;
        while (separator.find()) {
            String rest = separator.group(1).strip();
            if (!rest.isEmpty() && !rest.startsWith("#")) {
                throw new KustomizeException(
                        "invalid document separator: " + separator.group().strip());
            }
            documents.add(text.substring(start, separator.start()) + "\n");
            start = separator.end();
        }
        documents.add(text.substring(start));
        return documents;
    }

    private static Optional<Json> parse(String document) {
        try {
            return YamlText.readAll(document, YamlDialect.KUSTOMIZE).stream().findFirst();
        } catch (DocumentException e) {
            String problem = String.valueOf(e.getMessage());
            throw problem.startsWith("yaml: unmarshal errors")
                    ? KustomizeException.whenPrinting("map[string]interface {}(nil): " + problem)
                    : new KustomizeException("MalformedYAMLError: " + problem);
        }
    }

    private static boolean isEmpty(Json value) {
        return value.isNull() || value instanceof Obj obj && obj.isEmpty() || value instanceof Arr arr && arr.isEmpty();
    }

    private static Obj validated(Json value) {
        boolean hasMeta = value instanceof Obj
                && (!Scalars.text(value, "kind").isEmpty()
                        || !Scalars.text(value, "apiVersion").isEmpty()
                        || !value.obj("metadata").isEmpty());
        if (!hasMeta) {
            throw new KustomizeException("missing Resource metadata");
        }
        Obj object = (Obj) value;
        String kind = Scalars.text(object, "kind");
        if (kind.isEmpty()) {
            throw new KustomizeException("missing kind in object " + dump(object));
        }
        if (!kind.endsWith("List") && Scalars.text(object, "metadata", "name").isEmpty()) {
            throw new KustomizeException("missing metadata.name in object " + dump(object));
        }
        return object;
    }

    /** The metadata as Go prints the struct that kustomize holds it in. */
    private static String dump(Obj object) {
        return "{{%s %s} {{%s %s} %s %s}}"
                .formatted(
                        Scalars.text(object, "apiVersion"),
                        Scalars.text(object, "kind"),
                        Scalars.text(object, "metadata", "name"),
                        Scalars.text(object, "metadata", "namespace"),
                        map(object.obj("metadata", "labels")),
                        map(object.obj("metadata", "annotations")));
    }

    private static String map(Obj obj) {
        StringBuilder text = new StringBuilder("map[");
        Scalars.texts(obj).forEach((key, value) -> text.append(text.length() > 4 ? " " : "")
                .append(key)
                .append(':')
                .append(value));
        return text.append(']').toString();
    }
}
