package dev.fluxlab.kube.type;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Brings custom resources into form: what the schema does not declare is dropped, and complained about by its path. */
final class CustomDecoding {

    private final Node root;
    private final Normaliser metadata;

    CustomDecoding(Node root, Schema objectMeta) {
        this.root = root;
        this.metadata = new Normaliser(Schema.of(Schema.Kind.OBJECT)
                .fields(List.of(Field.custom("metadata", objectMeta, Optional.empty())))
                .build());
    }

    Normaliser.Normal decode(Obj object) {
        TreeSet<String> unknown = new TreeSet<>();
        Obj pruned = object(root, object, new Spot(unknown, "", true));
        Normaliser.Normal meta = metadata.normalise(Obj.of("metadata", object.obj("metadata")));
        List<String> complaints = new ArrayList<>(meta.complaints());
        unknown.forEach(path -> complaints.add("unknown field \"" + path + "\""));
        return new Normaliser.Normal(
                object.has("metadata") ? pruned.with("metadata", meta.object().obj("metadata")) : pruned, complaints);
    }

    /** Where pruning is: the collection of dropped paths, the path so far, whether it is the root of a resource. */
    private record Spot(TreeSet<String> unknown, String path, boolean root) {

        Spot in(String name) {
            return new Spot(unknown, path.isEmpty() ? name : path + "." + name, false);
        }

        Spot item(int index) {
            return new Spot(unknown, path + "[" + index + "]", false);
        }
    }

    private static Json value(Node node, Json value, Spot place) {
        if (value instanceof Obj object) {
            return object(node, object, place);
        }
        if (value instanceof Arr array) {
            List<Json> items = new ArrayList<>();
            Node of = node.items().orElse(Node.ANYTHING);
            for (Json item : array.items()) {
                items.add(value(of, item, place.item(items.size())));
            }
            return new Arr(items);
        }
        return value;
    }

    private static Obj object(Node node, Obj object, Spot place) {
        Obj.Builder kept = Obj.builder();
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
            String name = member.getKey();
            Spot below = place.in(name);
            if (node.isResourceField(name, place.root())) {
                kept.put(name, member.getValue());
            } else if (node.property(name).or(node::additionalProperties).isPresent()) {
                Node of = node.property(name).or(node::additionalProperties).orElseThrow();
                kept.put(name, value(of, member.getValue(), below));
            } else if (node.keepsUnknown()) {
                kept.put(name, member.getValue());
            } else {
                place.unknown().add(below.path());
            }
        }
        return kept.build();
    }
}
