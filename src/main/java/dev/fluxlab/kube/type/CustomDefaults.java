package dev.fluxlab.kube.type;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;

/** Fills in the defaults that a custom resource's schema declares. */
final class CustomDefaults {

    private CustomDefaults() {}

    static Obj fill(Node root, Obj object) {
        return fillObject(root, object);
    }

    private static Json value(Node node, Json value) {
        if (value instanceof Obj object) {
            return fillObject(node, object);
        }
        if (value instanceof Arr array && node.items().isPresent()) {
            Node items = node.items().orElseThrow();
            return new Arr(
                    array.items().stream().map(item -> value(items, item)).toList());
        }
        return value;
    }

    private static Obj fillObject(Node node, Obj object) {
        Obj filled = object;
        for (String name : node.properties().keySet()) {
            filled = fillProperty(node.property(name).orElse(Node.ANYTHING), name, filled);
        }
        Node values = node.additionalProperties().orElse(Node.ANYTHING);
        for (String name : object.keys()) {
            if (node.property(name).isEmpty()) {
                filled = filled.with(name, value(values, object.get(name).orElseThrow()));
            }
        }
        return filled;
    }

    private static Obj fillProperty(Node property, String name, Obj object) {
        Obj filled = isMissing(property, object, name)
                ? object.with(name, property.defaultValue().orElseThrow())
                : object;
        return filled.get(name)
                .map(present -> filled.with(name, value(property, present)))
                .orElse(filled);
    }

    /** A null where none is allowed counts as missing when there is a default to take its place. */
    private static boolean isMissing(Node property, Obj object, String name) {
        if (property.defaultValue().isEmpty()) {
            return false;
        }
        return object.get(name)
                .map(value -> value.isNull() && !property.isNullable())
                .orElse(true);
    }
}
