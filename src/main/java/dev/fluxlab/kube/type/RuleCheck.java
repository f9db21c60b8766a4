package dev.fluxlab.kube.type;

import dev.fluxlab.document.Json;
import java.util.List;

/** Whether the rules in a schema are complete and compile. */
final class RuleCheck {

    private RuleCheck() {}

    static void check(Node node, Findings at) {
        List<Json> rules = node.rules();
        for (int i = 0; i < rules.size(); i++) {
            rule(rules.get(i), node, at.in("x-kubernetes-validations").item(i));
        }
        node.properties()
                .keySet()
                .forEach(name -> check(
                        node.property(name).orElse(Node.ANYTHING),
                        at.in("properties").key(name)));
        node.items().ifPresent(items -> check(items, at.in("items")));
        node.additionalProperties().ifPresent(values -> check(values, at.in("additionalProperties")));
    }

    private static void rule(Json rule, Node schema, Findings at) {
        String source = rule.text("rule");
        String message = rule.text("message");
        if (source.isBlank()) {
            at.in("rule").required("rule is not specified");
            return;
        }
        if (message.strip().contains("\n")) {
            at.in("message").invalid(message, "must not contain line breaks");
        } else if (message.isBlank() && source.strip().contains("\n")) {
            at.in("message").required("message must be specified if rule contains line breaks");
        }
        try {
            CelRule.compile(rule, schema);
        } catch (CelException e) {
            at.in("rule").invalid(rule, e.compilation(source));
        }
    }
}
