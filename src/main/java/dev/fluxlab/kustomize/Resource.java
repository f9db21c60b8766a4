package dev.fluxlab.kustomize;

import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An object on its way through a build, with the names it had and what was done to it. */
final class Resource {

    private Obj body;
    private final List<ResourceId> previous = new ArrayList<>();
    private final List<String> prefixes = new ArrayList<>();
    private final List<String> suffixes = new ArrayList<>();
    private final List<Origin> transformations = new ArrayList<>();
    private Optional<Origin> origin = Optional.empty();
    private boolean hashed;

    Resource(Obj body) {
        this.body = body;
    }

    Obj body() {
        return body;
    }

    void become(Obj changed) {
        body = changed;
    }

    boolean isEmpty() {
        return body.isEmpty();
    }

    Gvk gvk() {
        return Gvk.of(body);
    }

    String name() {
        return Scalars.text(body, "metadata", "name");
    }

    String namespace() {
        return Scalars.text(body, "metadata", "namespace");
    }

    ResourceId id() {
        return new ResourceId(gvk(), name(), namespace());
    }

    ResourceId originalId() {
        return previousIds().stream().findFirst().orElseGet(this::id);
    }

    /** The ids it had, with the group and version it has now. */
    List<ResourceId> previousIds() {
        Gvk now = gvk();
        return previous.stream()
                .map(id -> new ResourceId(
                        new Gvk(now.group(), now.version(), id.gvk().kind()), id.name(), id.namespace()))
                .toList();
    }

    List<ResourceId> allIds() {
        List<ResourceId> ids = new ArrayList<>(previousIds());
        ids.add(id());
        return ids;
    }

    /** Keeps the id it has now, so that references by it are still understood after a change. */
    void remember() {
        ResourceId id = id();
        previous.add(new ResourceId(id.gvk(), id.name(), id.effectiveNamespace()));
    }

    void rename(String name) {
        body = body.withObj("metadata", metadata -> metadata.with("name", name));
    }

    void moveTo(String namespace) {
        body = body.withObj(
                "metadata",
                metadata ->
                        namespace.isEmpty() ? metadata.without("namespace") : metadata.with("namespace", namespace));
    }

    Map<String, String> labels() {
        return Scalars.texts(body.obj("metadata", "labels"));
    }

    Map<String, String> annotations() {
        return Scalars.texts(body.obj("metadata", "annotations"));
    }

    void setLabels(Map<String, String> labels) {
        setTexts("labels", labels);
    }

    void setAnnotations(Map<String, String> annotations) {
        setTexts("annotations", annotations);
    }

    private void setTexts(String field, Map<String, String> texts) {
        body = body.withObj(
                "metadata",
                metadata -> texts.isEmpty() ? metadata.without(field) : metadata.with(field, Obj.ofTexts(texts)));
    }

    void setKind(String kind) {
        body = body.with("kind", new Str(kind));
    }

    List<String> prefixes() {
        return prefixes;
    }

    List<String> suffixes() {
        return suffixes;
    }

    boolean isHashed() {
        return hashed;
    }

    void hash(boolean wanted) {
        hashed = wanted;
    }

    Optional<Origin> origin() {
        return origin;
    }

    void comesFrom(Origin source) {
        origin = Optional.of(source);
    }

    /** Notes a change by the transformer; on an object without origin the first change is its origin. */
    void changedBy(Origin transformer) {
        if (origin.isEmpty()) {
            origin = Optional.of(transformer);
        } else {
            transformations.add(transformer);
        }
    }

    List<Origin> transformations() {
        return transformations;
    }

    /** Takes the place of another: its ids, its name, what was done to it. */
    void succeed(Resource other) {
        previous.clear();
        previous.addAll(other.previous);
        prefixes.clear();
        prefixes.addAll(other.prefixes);
        suffixes.clear();
        suffixes.addAll(other.suffixes);
        rename(other.name());
        moveTo(other.namespace());
    }
}
