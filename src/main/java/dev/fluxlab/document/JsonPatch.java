package dev.fluxlab.document;

import java.util.ArrayList;
import java.util.List;

/**
 * RFC 6902, with the leniency and the refusals of the Go library that the API server and kustomize use
 * (evanphx/json-patch): removing what is not there is an error, "-" appends, "test" of a missing value equals null.
 */
public final class JsonPatch {

    private final List<Obj> operations;

    private JsonPatch(List<Obj> operations) {
        this.operations = operations;
    }

    /**
     * The patch that a JSON array says.
     *
     * @throws DocumentException when it is no array of objects
     */
    public static JsonPatch of(Json patch) {
        List<Json> items = patch.asArr()
                .orElseThrow(() -> new DocumentException("a JSON patch is an array, found " + patch.typeName()))
                .items();
        return new JsonPatch(items.stream()
                .map(item -> item.asObj()
                        .orElseThrow(() -> new DocumentException(
                                "an operation of a JSON patch is an object, found " + item.typeName())))
                .toList());
    }

    public int size() {
        return operations.size();
    }

    /**
     * What the patch makes of a value.
     *
     * @throws DocumentException when an operation does not fit the value
     */
    public Json apply(Json value) {
        Json here = value;
        for (Obj operation : operations) {
            here = apply(operation, here);
        }
        return here;
    }

    private static Json apply(Obj operation, Json value) {
        Pointer path = Pointer.parse(operation.text("path"));
        return switch (operation.text("op")) {
            case "add" -> add(value, path, 0, operand(operation));
            case "replace" -> replace(value, path, operand(operation));
            case "remove" -> remove(value, path, 0);
            case "move" -> {
                Pointer from = Pointer.parse(operation.text("from"));
                yield add(remove(value, from, 0), path, 0, find(value, from, "move"));
            }
            case "copy" -> add(value, path, 0, find(value, Pointer.parse(operation.text("from")), "copy"));
            case "test" -> test(value, path, operation.get("value").orElse(Null.NULL));
            default -> throw new DocumentException("Unexpected kind: " + operation.text("op"));
        };
    }

    private static Json operand(Obj operation) {
        return operation.get("value").orElse(Null.NULL);
    }

    private static Json find(Json value, Pointer path, String kind) {
        Json here = value;
        for (String token : path.tokens()) {
            here = child(here, token, kind, path);
        }
        return here;
    }

    private static Json child(Json parent, String token, String kind, Pointer path) {
        if (parent instanceof Obj obj) {
            return obj.get(token).orElseThrow(() -> missing(kind, path));
        }
        if (parent instanceof Arr arr) {
            return arr.items().get(index(arr, token, arr.size() - 1, path));
        }
        throw missing(kind, path);
    }

    private static DocumentException missing(String kind, Pointer path) {
        return new DocumentException(
                kind + " operation does not apply: doc is missing path: \"" + path + "\": missing value");
    }

    private static int index(Arr arr, String token, int last, Pointer path) {
        try {
            int index = Integer.parseInt(token);
            int counted = index < 0 ? index + arr.size() : index;
            if (counted >= 0 && counted <= last) {
                return counted;
            }
        } catch (NumberFormatException e) {
            throw new DocumentException("\"" + token + "\" in \"" + path + "\" is no index of an array");
        }
        throw new DocumentException("Unable to access invalid index: " + token + ": invalid index referenced");
    }

    private static Json add(Json parent, Pointer path, int depth, Json added) {
        if (depth == path.tokens().size()) {
            return added;
        }
        String token = path.tokens().get(depth);
        boolean last = depth == path.tokens().size() - 1;
        if (parent instanceof Obj obj) {
            return obj.with(token, last ? added : add(child(obj, token, "add", path), path, depth + 1, added));
        }
        if (parent instanceof Arr arr) {
            return last
                    ? insert(arr, token, path, added)
                    : set(arr, index(arr, token, arr.size() - 1, path), path, depth, added);
        }
        throw missing("add", path);
    }

    private static Arr insert(Arr arr, String token, Pointer path, Json added) {
        List<Json> items = new ArrayList<>(arr.items());
        items.add(token.equals("-") ? arr.size() : index(arr, token, arr.size(), path), added);
        return new Arr(items);
    }

    private static Arr set(Arr arr, int index, Pointer path, int depth, Json added) {
        List<Json> items = new ArrayList<>(arr.items());
        items.set(index, add(items.get(index), path, depth + 1, added));
        return new Arr(items);
    }

    private static Json replace(Json value, Pointer path, Json replacement) {
        find(value, path, "replace");
        return update(value, path, 0, replacement);
    }

    private static Json update(Json parent, Pointer path, int depth, Json replacement) {
        if (depth == path.tokens().size()) {
            return replacement;
        }
        String token = path.tokens().get(depth);
        if (parent instanceof Obj obj) {
            return obj.with(token, update(obj.get(token).orElse(Null.NULL), path, depth + 1, replacement));
        }
        Arr arr = (Arr) parent;
        List<Json> items = new ArrayList<>(arr.items());
        int index = index(arr, token, arr.size() - 1, path);
        items.set(index, update(items.get(index), path, depth + 1, replacement));
        return new Arr(items);
    }

    private static Json remove(Json parent, Pointer path, int depth) {
        if (path.tokens().isEmpty()) {
            throw missing("remove", path);
        }
        String token = path.tokens().get(depth);
        boolean last = depth == path.tokens().size() - 1;
        Json child = child(parent, token, "remove", path);
        if (parent instanceof Obj obj) {
            return last ? obj.without(token) : obj.with(token, remove(child, path, depth + 1));
        }
        Arr arr = (Arr) parent;
        List<Json> items = new ArrayList<>(arr.items());
        int index = index(arr, token, arr.size() - 1, path);
        if (last) {
            items.remove(index);
        } else {
            items.set(index, remove(child, path, depth + 1));
        }
        return new Arr(items);
    }

    private static Json test(Json value, Pointer path, Json expected) {
        Json found;
        try {
            found = find(value, path, "test");
        } catch (DocumentException e) {
            found = Null.NULL;
        }
        if (!found.equals(expected)) {
            throw new DocumentException("testing value " + path + " failed: test failed");
        }
        return value;
    }
}
