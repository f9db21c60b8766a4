package dev.fluxlab.kube.type;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.type.Schema.Kind;
import dev.fluxlab.kube.type.Schema.Merging;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Makes schemas of the generated structure; a named type is made once, and its references only when they are followed. */
final class SchemaReader {

    private static final Map<String, Kind> FORMS = Map.of(
            "intOrString", Kind.INT_OR_STRING,
            "microTime", Kind.MICRO_TIME,
            "raw", Kind.ANY);

    private final SchemaData data;
    private final Map<String, Schema> types = new ConcurrentHashMap<>();

    SchemaReader(SchemaData data) {
        this.data = data;
    }

    Schema type(String name) {
        Schema known = types.get(name);
        if (known != null) {
            return known;
        }
        Schema made = builder(data.structure(name))
                .name(name)
                .openApi(() -> data.component(name))
                .build();
        Schema first = types.putIfAbsent(name, made);
        return first == null ? made : first;
    }

    private Schema read(Obj node) {
        String reference = node.text("ref");
        if (reference.isEmpty()) {
            return builder(node).build();
        }
        Schema type = type(reference);
        return node.has("merging") ? type.mergedAs(merging(node)) : type;
    }

    private Schema.Builder builder(Obj node) {
        String form = node.text("kind");
        Schema.Builder builder = Schema.of(form(form))
                .goType(node.text("go"))
                .wrapped(node.has("wrapped"))
                .fields(fields(node));
        if (node.has("of")) {
            Obj items = node.obj("of");
            builder.items(new Once<>(() -> read(items)));
        }
        if (node.has("keys")) {
            builder.keys(texts(node, "keys"));
        } else if (node.has("merging") || form.equals("raw")) {
            builder.merging(merging(node));
        }
        return builder;
    }

    private static Kind form(String form) {
        Kind named = FORMS.get(form);
        return named == null ? Kind.valueOf(form.toUpperCase(Locale.ROOT)) : named;
    }

    private static Merging merging(Obj node) {
        String merging = node.text("merging");
        return merging.isEmpty() ? Merging.ATOMIC : Merging.valueOf(merging.toUpperCase(Locale.ROOT));
    }

    private List<Field> fields(Obj node) {
        return node.items("fields").stream()
                .map(field -> field.asObj().orElse(Obj.EMPTY))
                .map(this::field)
                .toList();
    }

    private Field field(Obj node) {
        Obj type = node.obj("type");
        List<String> strategies =
                node.has("strategy") ? List.of(node.text("strategy").split(",", -1)) : List.of();
        Field.Go go = new Field.Go(
                node.at("number").flatMap(Json::asLong).orElse(0L).intValue(),
                node.has("omitempty"),
                node.has("omitzero"),
                node.has("pointer"),
                node.has("inline"),
                "");
        return new Field(
                node.text("name"),
                new Once<>(() -> read(type)),
                go,
                new Field.Patch(strategies, node.text("mergeKey")),
                node.get("default"));
    }

    private static List<String> texts(Obj node, String key) {
        return node.items(key).stream().flatMap(item -> item.asText().stream()).toList();
    }
}
