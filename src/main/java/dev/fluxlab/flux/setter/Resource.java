package dev.fluxlab.flux.setter;

import dev.fluxlab.document.StyledNode;
import dev.fluxlab.document.StyledNode.Kind;
import dev.fluxlab.document.StyledYaml;
import dev.fluxlab.document.StyledYaml.Sequences;
import java.util.List;
import java.util.Optional;

/** One object of a file: where it was read, and how it is to be printed. */
record Resource(String path, StyledNode document, Sequences sequences) {

    private static final String PATH = "config.kubernetes.io/path";
    private static final String INTERNAL = "internal.";

    // Annotations that kyaml sets while it works and takes away again, whoever wrote them.
    private static final List<String> TOOL_ANNOTATIONS = List.of(
            PATH,
            INTERNAL + PATH,
            "config.kubernetes.io/index",
            "internal.config.kubernetes.io/index",
            "internal.config.kubernetes.io/seqindent");

    StyledNode root() {
        return document.kind() == Kind.DOCUMENT ? document.children().get(0) : document;
    }

    /** False for what kyaml does not take for an object: a list or text, or a metadata of the wrong shape. */
    boolean isObject() {
        Optional<StyledNode> metadata = root().member("metadata").filter(node -> !node.isNull());
        return root().kind() == Kind.MAPPING
                && metadata.map(node -> node.kind() == Kind.MAPPING).orElse(true);
    }

    private String text(String key) {
        return root().member(key).map(Resource::text).orElse("");
    }

    private static String text(StyledNode node) {
        return node.isNull() ? "" : node.value();
    }

    private String metadata(String key) {
        return root().member("metadata")
                .flatMap(metadata -> metadata.member(key))
                .map(Resource::text)
                .orElse("");
    }

    ChangedObject identity() {
        return new ChangedObject(text("apiVersion"), text("kind"), metadata("namespace"), metadata("name"));
    }

    private Optional<StyledNode> annotation(String key) {
        return root().member("metadata")
                .flatMap(metadata -> metadata.member("annotations"))
                .flatMap(annotations -> annotations.member(key));
    }

    /** True when an annotation of kyaml's says the object belongs to another file. */
    boolean claimsOtherPath() {
        return annotation(PATH)
                .or(() -> annotation(INTERNAL + PATH))
                .map(StyledNode::value)
                .filter(value -> !value.isEmpty() && !value.equals(path))
                .isPresent();
    }

    /** The items of a list that stands alone in its file; kyaml takes them for the file's objects. */
    Optional<List<StyledNode>> listItems() {
        boolean list = text("kind").equals("List") || text("kind").equals("ResourceList");
        boolean wraps = root().member("items").isPresent()
                || root().member("functionConfig").isPresent();
        return list && wraps
                ? Optional.of(root().member("items").map(StyledNode::children).orElse(List.of()))
                : Optional.empty();
    }

    /** Where an object without a file of its own is written. */
    String ownPath() {
        ChangedObject identity = identity();
        String file = identity.kind().toLowerCase(java.util.Locale.ROOT) + "_" + identity.name() + ".yaml";
        return identity.namespace().isEmpty() ? file : identity.namespace() + "/" + file;
    }

    String print() {
        clearAnnotations();
        return StyledYaml.print(document.kind() == Kind.DOCUMENT ? document : document.asDocument(), sequences);
    }

    private void clearAnnotations() {
        root().member("metadata").ifPresent(metadata -> {
            metadata.member("annotations").ifPresent(annotations -> {
                TOOL_ANNOTATIONS.forEach(annotations::removeMember);
                if (annotations.kind() != Kind.MAPPING || annotations.children().isEmpty()) {
                    metadata.removeMember("annotations");
                }
            });
            if (metadata.children().isEmpty()) {
                root().removeMember("metadata");
            }
        });
    }
}
