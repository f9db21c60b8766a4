package dev.fluxlab.document;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * RFC 6902, with the leniency, the refusals and the messages of the Go library that the API server and kustomize use
 * (evanphx/json-patch 4): removing what is not there is an error, replacing it is not, "-" appends, "test" of a missing
 * value equals null.
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
            here = new Operation(operation, here).apply();
        }
        return here;
    }

    /** One operation on one document. */
    private record Operation(Obj says, Json document) {

        Json apply() {
            Pointer path = Pointer.parse(says.text("path"));
            String kind = says.text("op");
            return switch (kind) {
                case "add" -> add(path);
                case "replace" -> replace(path);
                case "remove" -> remove(path);
                case "move" -> move(Pointer.parse(says.text("from")), path);
                case "copy" -> copy(Pointer.parse(says.text("from")), path);
                case "test" -> test(path);
                default -> throw new DocumentException("Unexpected kind: " + kind);
            };
        }

        private Json operand() {
            return says.get("value").orElse(Null.NULL);
        }

        private Json add(Pointer path) {
            if (path.tokens().isEmpty()) {
                return operand();
            }
            require(document, path, "add operation does not apply: doc is missing path: \"" + path + "\"");
            return within(
                            "error in add for path: '" + path + "'",
                            container -> JsonContainer.add(container, path.last(), operand()))
                    .at(document, path);
        }

        private Json replace(Pointer path) {
            if (path.tokens().isEmpty()) {
                return operand();
            }
            Json container = require(document, path, "replace operation does not apply: doc is missing path: " + path);
            if (container instanceof Arr arr && !JsonContainer.has(arr, path.last())) {
                throw missing("replace operation does not apply: doc is missing key: " + path);
            }
            return new Step(here -> JsonContainer.set(here, path.last(), operand())).at(document, path);
        }

        private Json remove(Pointer path) {
            require(document, path, "remove operation does not apply: doc is missing path: \"" + path + "\"");
            return within(
                            "error in remove for path: '" + path + "'",
                            container -> JsonContainer.remove(container, path.last()))
                    .at(document, path);
        }

        private Json move(Pointer from, Pointer path) {
            Json source = require(document, from, "move operation does not apply: doc is missing from path: " + from);
            Json moved = JsonContainer.get(source, from.last()).orElse(Null.NULL);
            Json without = within(
                            "error in move for path: '" + from.last() + "'",
                            container -> JsonContainer.remove(container, from.last()))
                    .at(document, from);
            require(without, path, "move operation does not apply: doc is missing destination path: " + path);
            return within(
                            "error in move for path: '" + path + "'",
                            container -> JsonContainer.add(container, path.last(), moved))
                    .at(without, path);
        }

        private Json copy(Pointer from, Pointer path) {
            Json source = require(document, from, "copy operation does not apply: doc is missing from path: " + from);
            if (source instanceof Arr arr && !JsonContainer.has(arr, from.last())) {
                throw new DocumentException(
                        "error in copy for from: '" + from + "': " + JsonContainer.invalidIndex(from.last()));
            }
            Json copied = JsonContainer.get(source, from.last()).orElse(Null.NULL);
            require(document, path, "copy operation does not apply: doc is missing destination path: " + path);
            return within(
                            "error while adding value during copy",
                            container -> JsonContainer.add(container, path.last(), copied))
                    .at(document, path);
        }

        private Json test(Pointer path) {
            Json found = path.tokens().isEmpty()
                    ? document
                    : container(document, path)
                            .flatMap(container -> JsonContainer.get(container, path.last()))
                            .orElse(Null.NULL);
            if (!found.equals(operand())) {
                throw new DocumentException("testing value " + path + " failed: test failed");
            }
            return document;
        }

        private static Json require(Json document, Pointer path, String problem) {
            return container(document, path).orElseThrow(() -> missing(problem));
        }

        private static DocumentException missing(String problem) {
            return new DocumentException(problem + ": missing value");
        }

        private static Optional<Json> container(Json document, Pointer path) {
            Optional<Json> here = path.tokens().isEmpty() ? Optional.empty() : Optional.of(document);
            for (int i = 0; i < path.tokens().size() - 1; i++) {
                String token = path.tokens().get(i);
                here = here.flatMap(value -> JsonContainer.get(value, token));
            }
            return here.filter(value -> value instanceof Obj || value instanceof Arr);
        }

        private static Step within(String prefix, UnaryOperator<Json> change) {
            return new Step(container -> {
                try {
                    return change.apply(container);
                } catch (DocumentException e) {
                    throw new DocumentException(prefix + ": " + e.getMessage());
                }
            });
        }
    }

    /** A change of the object or array that holds what a path points at. */
    private record Step(UnaryOperator<Json> change) {

        Json at(Json document, Pointer path) {
            return at(document, path, 0);
        }

        private Json at(Json value, Pointer path, int depth) {
            if (depth == path.tokens().size() - 1) {
                return change.apply(value);
            }
            String token = path.tokens().get(depth);
            Json child = JsonContainer.get(value, token).orElse(Null.NULL);
            return JsonContainer.set(value, token, at(child, path, depth + 1));
        }
    }
}
