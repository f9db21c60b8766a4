package dev.fluxlab.kustomize;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Null;
import dev.fluxlab.document.Obj;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Merges a patch into an object as kustomize does; nothing left is an empty result. */
final class StrategicMerge {

    private static final String DIRECTIVE = "$patch";

    private StrategicMerge() {}

    static Optional<Json> merge(Obj object, Obj patch) {
        MergeShape shape = MergeShape.of(object);
        return merge(
                Optional.of(object), Optional.of(patch), shape.equals(MergeShape.NONE) ? MergeShape.of(patch) : shape);
    }

    /** Merges two values that stand in no list. */
    static Optional<Json> merge(Optional<Json> old, Optional<Json> patch, MergeShape shape) {
        return value(old, patch, new Place(shape, Optional.empty()));
    }

    /** What is known of a value's place: the shape of its members, and its keys if it is a list that is merged. */
    private record Place(MergeShape shape, Optional<List<String>> keys) {}

    private static Optional<Json> value(Optional<Json> old, Optional<Json> patch, Place place) {
        Optional<Json> kind = Stream.of(old, patch)
                .flatMap(Optional::stream)
                .filter(value -> !value.isNull())
                .findFirst();
        if (kind.isEmpty()) {
            // a null that the object says on purpose stays, unless the patch says null as well
            return patch.isPresent() ? Optional.empty() : old;
        }
        refuseOtherKinds(kind.get(), old, patch);
        if (kind.get() instanceof Obj) {
            return map(old, patch, place.shape());
        }
        if (kind.get() instanceof Arr && place.keys().isPresent()) {
            return list(old, patch, place);
        }
        return patch.or(() -> old).filter(value -> !value.isNull());
    }

    private static void refuseOtherKinds(Json kind, Optional<Json> old, Optional<Json> patch) {
        Stream.of(old, patch)
                .flatMap(Optional::stream)
                .filter(value -> !value.isNull() && !WrongKind.name(value).equals(WrongKind.name(kind)))
                .findFirst()
                .ifPresent(other -> {
                    throw new KustomizeException(WrongKind.message(WrongKind.name(kind), other));
                });
    }

    private static Optional<Json> map(Optional<Json> old, Optional<Json> patch, MergeShape shape) {
        if (patch.map(Json::isNull).orElse(false)) {
            return Optional.empty();
        }
        Optional<Obj> changes = patch.flatMap(Json::asObj);
        String directive = changes.map(obj -> obj.text(DIRECTIVE)).orElse("");
        Optional<Obj> bare = changes.map(obj -> known(directive) ? obj.without(DIRECTIVE) : obj);
        if (directive.equals("delete")) {
            return Optional.empty();
        }
        refuseUnknown(directive);
        // what is added is merged with itself, so that its own nulls and directives count
        Optional<Obj> base =
                directive.equals("replace") ? bare : old.flatMap(Json::asObj).or(() -> bare);
        return base.map(obj -> members(obj, bare, shape));
    }

    private static boolean known(String directive) {
        return directive.equals("delete") || directive.equals("replace") || directive.equals("merge");
    }

    private static void refuseUnknown(String directive) {
        if (!directive.isEmpty() && !known(directive)) {
            throw new KustomizeException("unknown patch strategy '" + directive + "'");
        }
    }

    private static Obj members(Obj old, Optional<Obj> patch, MergeShape shape) {
        TreeSet<String> fields = new TreeSet<>(old.keys());
        patch.ifPresent(changes -> fields.addAll(changes.keys()));
        Obj merged = old;
        for (String field : fields) {
            Place place = new Place(shape.member(field), shape.keysOf(field));
            Optional<Json> value = value(old.get(field), patch.flatMap(changes -> changes.get(field)), place);
            Obj before = merged;
            merged = value.map(found -> before.with(field, found)).orElseGet(() -> before.without(field));
        }
        return merged;
    }

    private static Optional<Json> list(Optional<Json> old, Optional<Json> patch, Place place) {
        if (patch.map(Null.NULL::equals).orElse(false)) {
            return Optional.empty();
        }
        Optional<Arr> changes = patch.flatMap(Json::asArr);
        String directive = changes.map(StrategicMerge::directive).orElse("");
        if (directive.equals("delete")) {
            return Optional.empty();
        }
        refuseUnknown(directive);
        Optional<Arr> bare = directive.isEmpty() ? changes : changes.map(StrategicMerge::withoutDirective);
        Optional<Arr> base =
                directive.equals("replace") ? bare : old.flatMap(Json::asArr).or(() -> bare);
        return base.map(items -> new ListMerge(place.keys().orElseThrow(), place.shape()).merge(items, bare));
    }

    private static String directive(Arr list) {
        return list.items().stream()
                .filter(StrategicMerge::isDirective)
                .map(item -> item.text(DIRECTIVE))
                .findFirst()
                .orElse("");
    }

    private static boolean isDirective(Json item) {
        return item instanceof Obj obj && obj.size() == 1 && obj.has(DIRECTIVE);
    }

    private static Arr withoutDirective(Arr list) {
        return new Arr(list.items().stream().filter(item -> !isDirective(item)).toList());
    }
}
