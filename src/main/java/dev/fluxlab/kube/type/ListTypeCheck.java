package dev.fluxlab.kube.type;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Str;
import java.util.List;
import java.util.Optional;

/** What the declarations of how lists and maps merge ask of a schema. */
final class ListTypeCheck {

    private ListTypeCheck() {}

    static void check(Node node, Findings at) {
        mapType(node, at);
        String type = node.listType();
        if (!type.isEmpty()) {
            listType(node, type, at);
        }
        if (!node.listKeys().isEmpty() && !type.equals("map")) {
            Findings here = at.in("x-kubernetes-list-type");
            String words = "must be map if x-kubernetes-list-map-keys is non-empty";
            if (type.isEmpty()) {
                here.required(words);
            } else {
                here.invalid(type, words);
            }
        }
        if (type.equals("map")) {
            keys(node, at);
        }
    }

    private static void mapType(Node node, Findings at) {
        String type = node.declared().text("x-kubernetes-map-type");
        if (type.isEmpty()) {
            return;
        }
        if (!node.type().equals("object")) {
            wrongType(node, "must be object if x-kubernetes-map-type is specified", at);
        }
        if (!List.of("atomic", "granular").contains(type)) {
            at.in("x-kubernetes-map-type").notSupported(new Str(type), List.of("atomic", "granular"));
        }
    }

    private static void listType(Node node, String type, Findings at) {
        if (!node.type().equals("array")) {
            wrongType(node, "must be array if x-kubernetes-list-type is specified", at);
        }
        if (!List.of("atomic", "set", "map").contains(type)) {
            at.in("x-kubernetes-list-type").notSupported(new Str(type), List.of("atomic", "set", "map"));
        }
        boolean identifies = type.equals("set") || type.equals("map");
        if (identifies && node.items().filter(Node::isNullable).isPresent()) {
            at.in("items", "nullable").forbidden("cannot be nullable when x-kubernetes-list-type is " + type);
        }
    }

    private static void wrongType(Node node, String words, Findings at) {
        if (node.type().isEmpty()) {
            at.in("type").required(words);
        } else {
            at.in("type").invalid(node.type(), words);
        }
    }

    private static void keys(Node node, Findings at) {
        if (node.listKeys().isEmpty()) {
            at.in("x-kubernetes-list-map-keys").required("must not be empty if x-kubernetes-list-type is map");
        }
        if (node.items().isEmpty()) {
            at.in("items").required("must have a schema if x-kubernetes-list-type is map");
            return;
        }
        Node items = node.items().orElseThrow();
        if (!items.type().equals("object")) {
            at.in("items", "type")
                    .invalid(items.type(), "must be object if parent array's x-kubernetes-list-type is map");
        }
        node.listKeys().forEach(key -> key(node, items, key, at));
    }

    private static void key(Node node, Node items, String key, Findings at) {
        Optional<Node> property = items.property(key);
        if (property.isEmpty()) {
            at.in("x-kubernetes-list-map-keys")
                    .invalid(Arr.ofTexts(node.listKeys()), "entries must all be names of item properties");
            return;
        }
        if (!items.required().contains(key) && property.get().defaultValue().isEmpty()) {
            at.in("items", "properties")
                    .key(key)
                    .in("default")
                    .required("this property is in x-kubernetes-list-map-keys, so it must have a default or be a"
                            + " required property");
        }
    }
}
