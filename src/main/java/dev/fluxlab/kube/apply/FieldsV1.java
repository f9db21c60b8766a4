package dev.fluxlab.kube.apply;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Field sets as {@code fieldsV1} of managed fields holds them. */
final class FieldsV1 {

    private static final String SELF = ".";

    private FieldsV1() {}

    static Obj print(FieldSet set) {
        return members(set, Obj.builder()).build();
    }

    private static Obj.Builder members(FieldSet set, Obj.Builder out) {
        set.nodes().forEach((element, node) -> out.put(element.serialised(), print(node)));
        return out;
    }

    private static Obj print(FieldSet.Node node) {
        if (node.below().isEmpty()) {
            return Obj.EMPTY;
        }
        Obj.Builder out = Obj.builder();
        if (node.member()) {
            out.put(SELF, Obj.EMPTY);
        }
        return members(node.below(), out).build();
    }

    /**
     * The set that a {@code fieldsV1} says.
     *
     * @throws dev.fluxlab.document.DocumentException when a key is malformed
     */
    static FieldSet read(Obj fields) {
        TreeMap<PathElement, FieldSet.Node> nodes = new TreeMap<>();
        for (Map.Entry<String, Json> field : fields.members().entrySet()) {
            if (!field.getKey().equals(SELF)) {
                Optional<PathElement> element = PathElement.parse(field.getKey());
                element.ifPresent(
                        known -> nodes.put(known, node(field.getValue().obj())));
            }
        }
        return FieldSet.of(nodes);
    }

    private static FieldSet.Node node(Obj below) {
        return new FieldSet.Node(below.isEmpty() || below.has(SELF), read(below));
    }
}
