package dev.fluxlab.kube.apply;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Bool;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Num;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import dev.fluxlab.kube.type.Schema;
import dev.fluxlab.kube.type.Schema.Merging;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether an object fits its schema as far as ownership needs it to: declared members, forms, keys of list items. */
final class ObjectCheck {

    private final boolean allowsDuplicates;
    private final List<String> faults = new ArrayList<>();

    private ObjectCheck(boolean allowsDuplicates) {
        this.allowsDuplicates = allowsDuplicates;
    }

    /** What is wrong, in the words of a real server; empty when nothing is. What is applied may not repeat a key. */
    static Optional<String> faultOfApplied(Schema schema, Obj object) {
        return new ObjectCheck(false).check(schema, object);
    }

    /** As {@link #faultOfApplied} for an object that is, or is to be, stored: it may repeat keys. */
    static Optional<String> faultOfStored(Schema schema, Obj object) {
        return new ObjectCheck(true).check(schema, object);
    }

    private Optional<String> check(Schema schema, Obj object) {
        value(schema, object, "");
        if (faults.size() <= 1) {
            return faults.stream().findFirst();
        }
        return Optional.of("errors:\n  " + String.join("\n  ", faults));
    }

    private void value(Schema schema, Json value, String path) {
        if (value.isNull()) {
            return;
        }
        switch (Shape.of(schema, value)) {
            case SCALAR -> scalar(schema, value, path);
            case MAP -> map(schema, value, path);
            case LIST -> list(schema, value, path);
        }
    }

    private void fault(String path, String message) {
        faults.add(path.isEmpty() ? message : path + ": " + message);
    }

    private void scalar(Schema schema, Json value, String path) {
        switch (schema.kind()) {
            case INTEGER, NUMBER -> {
                if (!(value instanceof Num)) {
                    fault(path, "expected numeric (int or float), got " + Values.goType(value));
                }
            }
            case STRING, BYTES -> {
                if (!(value instanceof Str)) {
                    fault(path, "expected string, got &value.valueUnstructured{Value:" + Values.declared(value) + "}");
                }
            }
            case BOOLEAN -> {
                if (!(value instanceof Bool)) {
                    fault(path, "expected boolean, got &{" + Values.printed(value) + "}");
                }
            }
            default -> {
                if (value instanceof Obj || value instanceof Arr) {
                    fault(path, "expected any scalar, got &{" + Values.printed(value) + "}");
                }
            }
        }
    }

    private void map(Schema schema, Json value, String path) {
        if (!(value instanceof Obj object)) {
            fault(path, "expected map, got &{" + Values.printed(value) + "}");
            return;
        }
        for (var member : object.members().entrySet()) {
            String here = path + PathElement.name(member.getKey());
            Optional<Schema> type = Shape.member(schema, member.getKey());
            if (type.isEmpty()) {
                fault(here, "field not declared in schema");
                return;
            }
            value(type.get(), member.getValue(), here);
        }
    }

    private void list(Schema schema, Json value, String path) {
        if (!(value instanceof Arr items)) {
            fault(path, "expected list, got &{" + Values.printed(value) + "}");
            return;
        }
        boolean keyed = schema.merging() == Merging.KEYED || schema.merging() == Merging.SET;
        Set<PathElement> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            Json item = items.items().get(i);
            try {
                PathElement key = keyed ? ListKeys.of(schema, item) : new PathElement.Index(i);
                if (!seen.add(key) && !allowsDuplicates) {
                    fault(path, "duplicate entries for key " + key);
                }
                value(Shape.items(schema), item, path + key);
            } catch (ListKeys.NoKeyException e) {
                fault(path, "element " + i + ": " + e.getMessage());
                return;
            }
        }
    }
}
