package dev.fluxlab.kube.type;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The schemas of the kinds that a Kubernetes API server is born with, read from generated data on first use. */
public final class BuiltInSchemas {

    private static final String REFERENCE = "#/components/schemas/";
    private static final String META_GROUP = "meta.k8s.io";

    private final SchemaData data = new SchemaData();
    private final SchemaReader reader = new SchemaReader(data);

    /**
     * The schema of a kind, or empty when fluxlab serves no such kind; the core group is empty text.
     *
     * <p>Kinds that are registered in every group, such as DeleteOptions, are found in any.
     */
    public Optional<Schema> find(String group, String version, String kind) {
        return data.typeOf(group + "/" + version + "/" + kind)
                .or(() -> data.typeOf(META_GROUP + "/v1/" + kind))
                .map(reader::type);
    }

    /** The object metadata that built-in and custom kinds share. */
    public Schema objectMeta() {
        return reader.type(SchemaData.OBJECT_META);
    }

    /** OpenAPI v3 {@code components.schemas} of the named kinds and of all that they refer to, descriptions included. */
    public Obj components(Collection<Schema> kinds) {
        TreeMap<String, Json> found = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>();
        kinds.stream().map(Schema::name).forEach(open::add);
        while (!open.isEmpty()) {
            String name = open.remove();
            if (!found.containsKey(name)) {
                Obj component = data.component(name);
                found.put(name, component);
                references(component).forEach(open::add);
            }
        }
        return Obj.ofMembers(found);
    }

    private static Stream<String> references(Json node) {
        if (node instanceof Obj obj) {
            return obj.members().entrySet().stream()
                    .flatMap(member -> member.getKey().equals("$ref")
                            ? member.getValue().asText().stream()
                                    .filter(text -> text.startsWith(REFERENCE))
                                    .map(text -> text.substring(REFERENCE.length()))
                            : references(member.getValue()));
        }
        return node.asArr().stream().flatMap(arr -> arr.items().stream()).flatMap(BuiltInSchemas::references);
    }
}
