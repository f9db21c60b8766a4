package dev.fluxlab.kube.type;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether a definition's schema is structural: every value has one place that says what it is. */
final class StructuralCheck {

    private static final Set<String> TYPES = Set.of("array", "boolean", "integer", "number", "object", "string");
    private static final Set<String> NESTED = Set.of("allOf", "anyOf", "oneOf");

    /** Of a value inside allOf and the like, which may restrict what the structure declares but not declare itself. */
    private static final List<String> DECLARING = List.of(
            "type",
            "additionalProperties",
            "description",
            "default",
            "nullable",
            "x-kubernetes-preserve-unknown-fields",
            "x-kubernetes-embedded-resource",
            "x-kubernetes-int-or-string");

    private enum Level {
        ROOT("at the root"),
        ITEM("for specified array items"),
        FIELD("for specified object fields");

        private final String words;

        Level(String words) {
            this.words = words;
        }
    }

    private StructuralCheck() {}

    static void check(Node root, boolean hasStatus, Findings at) {
        Findings own = Findings.none();
        structure(root, Level.ROOT, own.in(at.path()));
        own.all().stream().sorted(Comparator.comparing(Violation::toString)).forEach(at::add);
        if (hasStatus && !root.type().isEmpty() && !root.type().equals("object")) {
            at.in("type")
                    .invalid(
                            root.type(),
                            "only \"object\" is allowed as the type at the root of the schema if the status"
                                    + " subresource is enabled");
        }
        if (root.isNullable()) {
            at.in("nullable").forbidden("nullable cannot be true at the root");
        }
        if (own.isEmpty()) {
            RuleCheck.check(root.asResource(), at);
            checkDefaults(root, at);
        }
    }

    private static void structure(Node node, Level level, Findings at) {
        type(node, level, at);
        unsupported(node, at);
        extensions(node, at);
        ListTypeCheck.check(node, at);
        values(node, at);
        Map<String, Json> properties = node.properties();
        properties.keySet().forEach(name -> {
            Findings here = at.in("properties").key(name);
            Node property = node.property(name).orElse(Node.ANYTHING);
            if (level == Level.ROOT && name.equals("metadata")) {
                metadata(property, here);
            } else {
                structure(property, Level.FIELD, here);
            }
        });
        if (node.type().equals("array") && node.items().isEmpty()) {
            at.in("items").required("must be specified");
        }
        node.items().ifPresent(items -> structure(items, Level.ITEM, at.in("items")));
        if (level == Level.ROOT && node.declared().has("additionalProperties")) {
            at.in("additionalProperties").forbidden("must not be used at the root");
        }
        if (!properties.isEmpty() && node.declared().has("additionalProperties")) {
            at.in("additionalProperties").forbidden("additionalProperties and properties are mutual exclusive");
        }
        node.additionalProperties().ifPresent(values -> structure(values, Level.FIELD, at.in("additionalProperties")));
    }

    private static void type(Node node, Level level, Findings at) {
        String type = node.type();
        Findings here = at.in("type");
        if (type.isEmpty()
                && !node.isIntOrString()
                && !Read.flag(node.declared(), "x-kubernetes-preserve-unknown-fields")) {
            here.required("must not be empty " + level.words);
        } else if (type.equals("null")) {
            here.forbidden("type cannot be set to null, use nullable as an alternative");
        } else if (!type.isEmpty() && !TYPES.contains(type)) {
            here.notSupported(new Str(type), TYPES.stream().sorted().toList());
        } else if (level == Level.ROOT && !type.equals("object")) {
            here.invalid(type, "must be object at the root");
        }
    }

    private static void metadata(Node node, Findings at) {
        if (!node.type().equals("object")) {
            at.in("type").invalid(node.type(), "must be object");
        }
        Obj rest = node.declared().without("type").without("properties").without("description");
        boolean onlyNames =
                Set.of("name", "generateName").containsAll(node.properties().keySet());
        if (!rest.isEmpty() || !onlyNames) {
            at.forbidden("must not specify anything other than name and generateName, but metadata is implicitly"
                    + " specified");
        }
    }

    private static void unsupported(Node node, Findings at) {
        for (String keyword :
                List.of("id", "additionalItems", "patternProperties", "definitions", "dependencies", "$ref")) {
            if (node.declared().has(keyword)) {
                at.in(keyword).forbidden(keyword + " is not supported");
            }
        }
        if (node.declared().get("items").flatMap(Json::asArr).isPresent()) {
            at.in("items").forbidden("items must be a schema object and not an array");
        }
        if (Read.flag(node.declared(), "uniqueItems")) {
            at.in("uniqueItems")
                    .forbidden("uniqueItems cannot be set to true since the runtime complexity becomes quadratic");
        }
    }

    private static void extensions(Node node, Findings at) {
        boolean preserves = Read.flag(node.declared(), "x-kubernetes-preserve-unknown-fields");
        Optional<Json> written = node.declared().get("x-kubernetes-preserve-unknown-fields");
        if (written.isPresent() && !preserves) {
            at.in("x-kubernetes-preserve-unknown-fields").invalid(written.get(), "must be true or undefined");
        }
        if (node.isIntOrString() && preserves) {
            at.in("x-kubernetes-preserve-unknown-fields")
                    .invalid(Json.bool(true), "must be false if x-kubernetes-int-or-string is true");
        }
        if (!node.isEmbeddedResource()) {
            return;
        }
        if (node.isIntOrString()) {
            at.in("x-kubernetes-embedded-resource")
                    .invalid(Json.bool(true), "must be false if x-kubernetes-int-or-string is true");
        }
        if (!node.type().equals("object") && !node.type().isEmpty()) {
            at.in("type").invalid(node.type(), "must be object if x-kubernetes-embedded-resource is true");
        }
        if (!preserves && node.properties().isEmpty()) {
            at.in("properties")
                    .required("must not be empty if x-kubernetes-embedded-resource is true without"
                            + " x-kubernetes-preserve-unknown-fields");
        }
    }

    private static void values(Node node, Findings at) {
        pattern(node, at);
        for (String keyword : NESTED) {
            List<Node> nested = node.alternatives(keyword);
            boolean known = node.isIntOrString() && keyword.equals("anyOf");
            for (int i = 0; i < nested.size() && !known; i++) {
                restriction(nested.get(i), at.in(keyword).item(i));
            }
        }
        node.not().ifPresent(not -> restriction(not, at.in("not")));
    }

    private static void pattern(Node node, Findings at) {
        String pattern = node.declared().text("pattern");
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            at.in("pattern")
                    .invalid(
                            pattern,
                            "must be a valid regular expression, but isn't: error parsing regexp: " + e.getDescription()
                                    + ": `" + e.getPattern() + "`");
        }
    }

    private static void restriction(Node node, Findings at) {
        for (String keyword : DECLARING) {
            boolean additional = keyword.equals("additionalProperties");
            if (node.declared().has(keyword)) {
                at.in(keyword).forbidden(additional ? "must be undefined to be structural" : empty(keyword));
            }
        }
        values(node, at);
        node.properties()
                .keySet()
                .forEach(name -> restriction(
                        node.property(name).orElse(Node.ANYTHING),
                        at.in("properties").key(name)));
        node.items().ifPresent(items -> restriction(items, at.in("items")));
    }

    private static String empty(String keyword) {
        boolean flag = keyword.startsWith("x-") || keyword.equals("nullable");
        return flag ? "must be false to be structural" : "must be empty to be structural";
    }

    /** A default must be what the schema wants. */
    private static void checkDefaults(Node node, Findings at) {
        List<Violation> wrong = new ArrayList<>();
        node.defaultValue().ifPresent(value -> {
            Findings tried = Findings.none();
            new SchemaCheck(tried)
                    .check(node, value, Optional.empty(), at.in("default").path());
            wrong.addAll(tried.all());
        });
        wrong.forEach(at::add);
        node.properties()
                .keySet()
                .forEach(name -> checkDefaults(
                        node.property(name).orElse(Node.ANYTHING),
                        at.in("properties").key(name)));
        node.items().ifPresent(items -> checkDefaults(items, at.in("items")));
        node.additionalProperties().ifPresent(values -> checkDefaults(values, at.in("additionalProperties")));
    }
}
