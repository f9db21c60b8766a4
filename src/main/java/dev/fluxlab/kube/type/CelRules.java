package dev.fluxlab.kube.type;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules of a schema and of everything below it, compiled once. */
final class CelRules {

    private final Node schema;
    private final List<CelRule> own;
    private final Map<String, CelRules> properties = new LinkedHashMap<>();
    private final Optional<CelRules> items;
    private final Optional<CelRules> values;

    /**
     * Compiles all rules.
     *
     * @throws CelException when one does not compile; the definition was checked before
     */
    CelRules(Node schema) {
        this.schema = schema;
        this.own = schema.rules().stream()
                .map(rule -> CelRule.compile(rule, schema))
                .toList();
        schema.properties().keySet().forEach(name -> {
            CelRules below = new CelRules(schema.property(name).orElse(Node.ANYTHING));
            if (!below.isEmpty()) {
                properties.put(name, below);
            }
        });
        this.items = schema.items().map(CelRules::new).filter(rules -> !rules.isEmpty());
        this.values = schema.additionalProperties().map(CelRules::new).filter(rules -> !rules.isEmpty());
    }

    boolean isEmpty() {
        return own.isEmpty() && properties.isEmpty() && items.isEmpty() && values.isEmpty();
    }

    void check(Json value, Optional<Json> old, Findings at) {
        if (value.isNull()) {
            return;
        }
        Findings here = at.path().isEmpty() ? at.nowhere() : at;
        own.forEach(rule -> rule.check(schema, value, old, here));
        if (value instanceof Arr array) {
            items.ifPresent(rules -> rules.checkItems(schema, array, old, at));
        } else if (value instanceof Obj object) {
            checkMembers(object, old, at);
        }
    }

    private void checkItems(Node list, Arr array, Optional<Json> old, Findings at) {
        Correlation before = new Correlation(list, old);
        for (int i = 0; i < array.size(); i++) {
            check(array.items().get(i), before.of(array.items().get(i)), at.item(i));
        }
    }

    private void checkMembers(Obj object, Optional<Json> old, Findings at) {
        object.members().forEach((name, member) -> {
            Optional<Json> before = old.flatMap(value -> value.at(name));
            CelRules below = properties.get(name);
            if (below != null) {
                below.check(member, before, at.in(name));
            } else if (schema.property(name).isEmpty()) {
                values.ifPresent(rules -> rules.check(member, before, at.key(name)));
            }
        });
    }
}
