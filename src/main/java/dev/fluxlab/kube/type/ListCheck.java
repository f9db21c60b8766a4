package dev.fluxlab.kube.type;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the values that stand twice in lists that are sets or maps. */
final class ListCheck {

    private ListCheck() {}

    static void check(Node node, Json value, Findings at) {
        if (value instanceof Arr array) {
            checkArray(node, array, at);
        } else if (value instanceof Obj object) {
            checkMembers(node, object, at);
        }
    }

    private static void checkMembers(Node node, Obj object, Findings at) {
        object.members().forEach((name, member) -> {
            node.property(name).ifPresent(below -> check(below, member, at.in(name)));
            if (node.property(name).isEmpty()) {
                node.additionalProperties().ifPresent(below -> check(below, member, at.key(name)));
            }
        });
    }

    private static void checkArray(Node node, Arr array, Findings at) {
        List<Json> items = array.items();
        switch (node.listType()) {
            case "set" -> checkUnique(items, at);
            case "map" -> checkUnique(
                    items.stream().map(item -> key(node, item)).toList(), at);
            default -> {}
        }
        for (int i = 0; i < items.size() && node.items().isPresent(); i++) {
            check(node.items().orElseThrow(), items.get(i), at.item(i));
        }
    }

    private static Json key(Node node, Json item) {
        Obj.Builder key = Obj.builder();
        node.listKeys().forEach(name -> item.at(name).ifPresent(value -> key.put(name, value)));
        return key.build();
    }

    /** Only the second of many equal values is reported. */
    private static void checkUnique(List<Json> values, Findings at) {
        Map<Json, Integer> seen = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            if (seen.merge(values.get(i), 1, Integer::sum) == 2) {
                at.item(i).duplicate(values.get(i));
            }
        }
    }
}
