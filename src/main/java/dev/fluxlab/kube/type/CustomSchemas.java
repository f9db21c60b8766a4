package dev.fluxlab.kube.type;

import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.type.Schema.Kind;
import dev.fluxlab.kube.type.Schema.Merging;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Structural schemas of custom kinds in the form that patches and server-side apply work with. */
final class CustomSchemas {

    private final Schema objectMeta;

    CustomSchemas(Schema objectMeta) {
        this.objectMeta = objectMeta;
    }

    /** The schema of a kind, published under its OpenAPI name. */
    Schema root(GroupVersionKind kind, Node root) {
        List<Field> fields = new ArrayList<>(ofEveryResource());
        fields.addAll(fields(root, true));
        Obj component = CustomComponents.object(kind, root.declared());
        return Schema.of(Kind.OBJECT)
                .name(CustomComponents.name(kind))
                .fields(fields)
                .preservesUnknown(root.keepsUnknown())
                .openApi(() -> component)
                .build();
    }

    private List<Field> ofEveryResource() {
        Schema text = Schema.of(Kind.STRING).build();
        return List.of(
                Field.custom("apiVersion", text, Optional.empty()),
                Field.custom("kind", text, Optional.empty()),
                Field.custom("metadata", objectMeta, Optional.empty()));
    }

    private List<Field> fields(Node node, boolean root) {
        return node.properties().keySet().stream()
                .filter(name -> !node.isResourceField(name, root))
                .map(name -> field(name, node.property(name).orElse(Node.ANYTHING)))
                .toList();
    }

    private Field field(String name, Node node) {
        return Field.custom(name, schema(node), node.defaultValue());
    }

    private Schema schema(Node node) {
        if (node.isIntOrString()) {
            return described(Schema.of(Kind.INT_OR_STRING), node).build();
        }
        return switch (node.type()) {
            case "object" -> object(node);
            case "array" -> list(node);
            case "string" -> described(Schema.of(Kind.STRING), node).build();
            case "integer" -> described(Schema.of(Kind.INTEGER), node).build();
            case "number" -> described(Schema.of(Kind.NUMBER), node).build();
            case "boolean" -> described(Schema.of(Kind.BOOLEAN), node).build();
            default -> Schema.ANY;
        };
    }

    private static Schema.Builder described(Schema.Builder builder, Node node) {
        return builder.openApi(node::declared);
    }

    private Schema object(Node node) {
        Merging merging =
                node.declared().text("x-kubernetes-map-type").equals("atomic") ? Merging.ATOMIC : Merging.GRANULAR;
        if (node.additionalProperties().isPresent()) {
            Schema values = schema(node.additionalProperties().orElseThrow());
            return described(Schema.of(Kind.MAP), node)
                    .items(values)
                    .merging(merging)
                    .build();
        }
        List<Field> fields = new ArrayList<>(node.isEmbeddedResource() ? ofEveryResource() : List.of());
        fields.addAll(fields(node, false));
        if (fields.isEmpty()) {
            return described(Schema.of(Kind.MAP), node).merging(merging).build();
        }
        return described(Schema.of(Kind.OBJECT), node)
                .fields(fields)
                .preservesUnknown(node.keepsUnknown())
                .merging(merging)
                .build();
    }

    private Schema list(Node node) {
        Schema.Builder list =
                described(Schema.of(Kind.LIST), node).items(schema(node.items().orElse(Node.ANYTHING)));
        return switch (node.listType()) {
            case "set" -> list.merging(Merging.SET).build();
            case "map" -> list.keys(node.listKeys()).build();
            default -> list.build();
        };
    }
}
