package dev.fluxlab.kustomize;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A field of the objects of a kind, by a path that passes through lists; made when absent if so said. */
record FieldSpec(Gvk gvk, String path, boolean create) {

    /** The spec that a line says: {@code path}, {@code path Kind} or {@code path Kind group}; a plus in front creates. */
    static FieldSpec of(String line) {
        boolean create = line.startsWith("+");
        String[] words = (create ? line.substring(1) : line).trim().split(" ", -1);
        String kind = words.length > 1 ? words[1] : "";
        String group = words.length > 2 ? words[2] : "";
        // a version in place of a group, as Service has it
        boolean isVersion = group.length() > 1 && group.charAt(0) == 'v' && Character.isDigit(group.charAt(1));
        return new FieldSpec(new Gvk(isVersion ? "" : group, isVersion ? group : "", kind), words[0], create);
    }

    static List<FieldSpec> list(String lines) {
        return lines.lines().filter(line -> !line.isBlank()).map(FieldSpec::of).toList();
    }

    boolean selects(Resource resource) {
        return resource.gvk().isSelectedBy(gvk);
    }

    /** The object with the field changed; an absent field is made from {@code seed} if there is one and the spec says so. */
    Obj change(Resource resource, Optional<Json> seed, UnaryOperator<Json> change) {
        if (!selects(resource)) {
            return resource.body();
        }
        try {
            return (Obj) new Walk(create ? seed : Optional.empty(), change).into(resource.body(), split(path, '/'));
        } catch (KustomizeException e) {
            throw e.within("considering field '" + path + "' of object " + resource.id());
        }
    }

    /** The parts of a path; a separator after a backslash belongs to the part. */
    static List<String> split(String path, char separator) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = path.length() > 1 && path.charAt(0) == separator ? 1 : 0; i < path.length(); i++) {
            boolean escapes = path.charAt(i) == '\\' && i + 1 < path.length() && path.charAt(i + 1) == separator;
            if (escapes) {
                part.append(path.charAt(++i));
            } else if (path.charAt(i) == separator) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(path.charAt(i));
            }
        }
        parts.add(part.toString());
        return parts;
    }

    /** The way down a path. */
    private record Walk(Optional<Json> seed, UnaryOperator<Json> change) {

        Json into(Json node, List<String> path) {
            if (path.isEmpty()) {
                return change.apply(node);
            }
            if (node.isNull()) {
                return node;
            }
            if (node instanceof Arr arr) {
                return items(arr, path);
            }
            if (node instanceof Obj obj) {
                return member(obj, path);
            }
            throw new KustomizeException("expected sequence or mapping node");
        }

        private Json items(Arr arr, List<String> path) {
            try {
                return new Arr(
                        arr.items().stream().map(item -> into(item, path)).toList());
            } catch (KustomizeException e) {
                throw e.within("visit traversal on path: [" + String.join(" ", path) + "]");
            }
        }

        private Json member(Obj obj, List<String> path) {
            boolean isList = path.get(0).endsWith("[]");
            String field = isList ? path.get(0).substring(0, path.get(0).length() - 2) : path.get(0);
            List<String> rest = path.subList(1, path.size());
            Optional<Json> made = isList ? Optional.empty() : rest.isEmpty() ? seed : seed.map(any -> Obj.EMPTY);
            Optional<Json> here = obj.get(field)
                    .filter(found -> !found.isNull() || made.isEmpty())
                    .or(() -> made);
            return here.<Json>map(found -> obj.with(field, into(found, rest))).orElse(obj);
        }
    }
}
