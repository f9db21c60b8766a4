package dev.fluxlab.kube.type;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One node of a custom resource's structural schema: the JSON of the definition, read by meaning. */
record Node(Obj declared) {

    /** A schema that says nothing. */
    static final Node ANYTHING = new Node(Obj.of("x-kubernetes-preserve-unknown-fields", Json.bool(true)));

    private static final List<String> OF_EVERY_RESOURCE = List.of("apiVersion", "kind", "metadata");

    String type() {
        return declared.text("type");
    }

    Map<String, Json> properties() {
        return declared.obj("properties").members();
    }

    Optional<Node> property(String name) {
        return declared.at("properties", name).flatMap(Json::asObj).map(Node::new);
    }

    Optional<Node> items() {
        return declared.get("items").flatMap(Json::asObj).map(Node::new);
    }

    Optional<Node> additionalProperties() {
        return declared.get("additionalProperties").flatMap(Json::asObj).map(Node::new);
    }

    /** Whether members that are not declared are kept, whatever they are. */
    boolean keepsUnknown() {
        return Read.flag(declared, "x-kubernetes-preserve-unknown-fields")
                || Read.flag(declared, "additionalProperties");
    }

    boolean isEmbeddedResource() {
        return Read.flag(declared, "x-kubernetes-embedded-resource");
    }

    /** Whether the member belongs to every object and is none of the schema's business. */
    boolean isResourceField(String name, boolean root) {
        return (root || isEmbeddedResource()) && OF_EVERY_RESOURCE.contains(name);
    }

    boolean isIntOrString() {
        return Read.flag(declared, "x-kubernetes-int-or-string");
    }

    boolean isNullable() {
        return Read.flag(declared, "nullable");
    }

    Optional<Json> defaultValue() {
        return declared.get("default");
    }

    String listType() {
        return declared.text("x-kubernetes-list-type");
    }

    List<String> listKeys() {
        return texts("x-kubernetes-list-map-keys");
    }

    List<String> required() {
        return texts("required");
    }

    List<Node> alternatives(String keyword) {
        return declared.items(keyword).stream()
                .flatMap(item -> item.asObj().stream())
                .map(Node::new)
                .toList();
    }

    Optional<Node> not() {
        return declared.get("not").flatMap(Json::asObj).map(Node::new);
    }

    List<Json> rules() {
        return declared.items("x-kubernetes-validations");
    }

    /** The root as rules see it: with the fields of every object, of the metadata only the names. */
    Node asResource() {
        Obj text = Obj.of("type", "string");
        Obj names = Obj.of("name", text).with("generateName", text);
        Obj metadata = Obj.of("type", "object").with("properties", names);
        Obj properties = declared.obj("properties")
                .with("apiVersion", text)
                .with("kind", text)
                .with("metadata", metadata);
        return new Node(declared.with("properties", properties));
    }

    private List<String> texts(String key) {
        return declared.items(key).stream()
                .flatMap(item -> item.asText().stream())
                .toList();
    }
}
