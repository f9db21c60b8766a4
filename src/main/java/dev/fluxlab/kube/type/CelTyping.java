package dev.fluxlab.kube.type;

import dev.fluxlab.document.Obj;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The schemas of an expression's variables; finds what cannot work before any object comes along. */
record CelTyping(Map<String, Node> variables) {

    private static final Map<String, String> CEL_NAMES =
            Map.of("integer", "int", "number", "double", "boolean", "bool", "string", "string", "null", "null_type");
    private static final Set<String> SCALARS = Set.of("integer", "number", "boolean", "string");

    Optional<Node> get(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    CelTyping with(String name, Node schema) {
        Map<String, Node> more = new LinkedHashMap<>(variables);
        more.put(name, schema);
        return new CelTyping(more);
    }

    static Node scalar(String type) {
        return new Node(Obj.of("type", type));
    }

    /** The schema of a field; empty when an object with known fields does not have it. */
    static Optional<Node> field(Node of, String name) {
        Optional<Node> known = of.property(name).or(of::additionalProperties);
        if (known.isPresent()) {
            return known;
        }
        boolean closed = of.type().equals("object") && !of.keepsUnknown() || SCALARS.contains(of.type());
        return closed ? Optional.empty() : Optional.of(Node.ANYTHING);
    }

    /** What a call comes to; empty when its arguments do not go together. */
    Optional<Node> result(CelFunction function, List<Node> arguments) {
        List<String> types = arguments.stream()
                .filter(type -> !type.isIntOrString())
                .map(Node::type)
                .filter(SCALARS::contains)
                .distinct()
                .toList();
        if (function.sameTypes() && types.size() > 1) {
            return Optional.empty();
        }
        if (!function.result().isEmpty()) {
            return Optional.of(scalar(function.result()));
        }
        return Optional.of(types.size() == 1 ? scalar(types.get(0)) : Node.ANYTHING);
    }

    static String noOverload(CelFunction function, List<Node> arguments) {
        return "found no matching overload for '" + function.name() + "' applied to '("
                + arguments.stream().map(CelTyping::name).collect(Collectors.joining(", ")) + ")'";
    }

    private static String name(Node type) {
        return CEL_NAMES.getOrDefault(type.type(), "dyn");
    }
}
