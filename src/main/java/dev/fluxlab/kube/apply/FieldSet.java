package dev.fluxlab.kube.apply;

import dev.fluxlab.kube.type.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** A set of paths, as a tree. That a path is a member says nothing of the paths above and below it. */
final class FieldSet {

    static final FieldSet EMPTY = new FieldSet(new TreeMap<>());

    /** Whether the path that leads here is a member, and the members below it. */
    record Node(boolean member, FieldSet below) {
        static final Node NONE = new Node(false, EMPTY);

        boolean isEmpty() {
            return !member && below.isEmpty();
        }
    }

    private final NavigableMap<PathElement, Node> nodes;

    private FieldSet(NavigableMap<PathElement, Node> nodes) {
        this.nodes = Collections.unmodifiableNavigableMap(nodes);
    }

    /** The set of these nodes, without those that hold nothing. */
    static FieldSet of(NavigableMap<PathElement, Node> nodes) {
        nodes.values().removeIf(Node::isEmpty);
        return nodes.isEmpty() ? EMPTY : new FieldSet(nodes);
    }

    static FieldSet of(List<PathElement> path) {
        Builder builder = new Builder();
        builder.add(path);
        return builder.build();
    }

    /** The set of one path per dotted text, such as {@code metadata.labels}. */
    static FieldSet ofDotted(List<String> paths) {
        Builder builder = new Builder();
        for (String path : paths) {
            builder.add(List.of(path.split("\\.", -1)).stream()
                    .map(PathElement::name)
                    .toList());
        }
        return builder.build();
    }

    NavigableMap<PathElement, Node> nodes() {
        return nodes;
    }

    boolean isEmpty() {
        return nodes.isEmpty();
    }

    private Node node(PathElement element) {
        Node node = nodes.get(element);
        return node == null ? Node.NONE : node;
    }

    boolean has(PathElement element) {
        return node(element).member;
    }

    boolean has(List<PathElement> path) {
        FieldSet here = this;
        for (PathElement element : path.subList(0, path.size() - 1)) {
            here = here.below(element);
        }
        return here.has(path.get(path.size() - 1));
    }

    FieldSet below(PathElement element) {
        return node(element).below;
    }

    FieldSet union(FieldSet other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        TreeMap<PathElement, Node> out = new TreeMap<>(nodes);
        other.nodes.forEach((element, node) ->
                out.merge(element, node, (a, b) -> new Node(a.member || b.member, a.below.union(b.below))));
        return new FieldSet(out);
    }

    FieldSet intersection(FieldSet other) {
        return map((element, node) -> {
            Node there = other.node(element);
            return new Node(node.member && there.member, node.below.intersection(there.below));
        });
    }

    /** Without the members of the other set; what lies below a member stays. */
    FieldSet difference(FieldSet other) {
        if (other.isEmpty()) {
            return this;
        }
        return map((element, node) -> {
            Node there = other.node(element);
            return new Node(node.member && !there.member, node.below.difference(there.below));
        });
    }

    /** Without the members of the other set and all that lies below them. */
    FieldSet without(FieldSet other) {
        if (other.isEmpty()) {
            return this;
        }
        return map((element, node) -> {
            Node there = other.node(element);
            return there.member ? Node.NONE : new Node(node.member, node.below.without(there.below));
        });
    }

    /** With every declared field on the way to a member, but not the keys of maps or the items of lists. */
    FieldSet withNamedFields(Schema schema) {
        return map((element, node) -> {
            boolean named = element instanceof PathElement.Name field
                    && schema.field(field.name()).isPresent();
            boolean member = node.member || named && !node.below.isEmpty();
            return new Node(
                    member, node.below.withNamedFields(Shape.at(schema, element).orElse(Schema.ANY)));
        });
    }

    private FieldSet map(BiFunction<PathElement, Node, Node> change) {
        TreeMap<PathElement, Node> out = new TreeMap<>();
        nodes.forEach((element, node) -> out.put(element, change.apply(element, node)));
        return of(out);
    }

    /** The members, those of a level before those below it. */
    List<List<PathElement>> paths() {
        List<List<PathElement>> paths = new ArrayList<>();
        collect(List.of(), paths);
        return paths;
    }

    private void collect(List<PathElement> prefix, List<List<PathElement>> paths) {
        nodes.forEach((element, node) ->
                Optional.of(node).filter(Node::member).ifPresent(member -> paths.add(joined(prefix, element))));
        nodes.forEach((element, node) -> node.below.collect(joined(prefix, element), paths));
    }

    private static List<PathElement> joined(List<PathElement> prefix, PathElement element) {
        List<PathElement> path = new ArrayList<>(prefix);
        path.add(element);
        return path;
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof FieldSet set && nodes.equals(set.nodes);
    }

    @Override
    public int hashCode() {
        return nodes.hashCode();
    }

    @Override
    public String toString() {
        return FieldsV1.print(this).toString();
    }

    /** Collects paths. */
    static final class Builder {

        private final TreeMap<PathElement, Builder> below = new TreeMap<>();
        private boolean member;

        /** Adds a path; the empty path, the object as a whole, is owned by nobody. */
        void add(List<PathElement> path) {
            Builder here = this;
            for (PathElement element : path) {
                here = here.below.computeIfAbsent(element, unused -> new Builder());
            }
            here.member = true;
        }

        FieldSet build() {
            TreeMap<PathElement, Node> nodes = new TreeMap<>();
            below.forEach((element, node) -> nodes.put(element, new Node(node.member, node.build())));
            return of(nodes);
        }
    }
}
