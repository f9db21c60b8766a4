package dev.fluxlab.kube.type;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.type.Violation.Reason;
import java.util.Optional;

/** What is checked of a custom resource: its schema, its lists, the rules in its schema. */
final class CustomRules {

    private static final String NOT_CHECKED = "some validation rules were not checked because the object was invalid;"
            + " correct the existing errors to complete validation";

    private final Node root;
    private final CelRules rules;

    CustomRules(Node root) {
        this.root = root;
        this.rules = new CelRules(root.asResource());
    }

    void check(Obj object, Findings at) {
        check(object, Optional.empty(), at);
    }

    void checkChange(Obj object, Obj old, Findings at) {
        check(object, Optional.of(old), at);
    }

    private void check(Obj object, Optional<Json> old, Findings at) {
        new SchemaCheck(at).check(root, object, old, "");
        ListCheck.check(root, object, at);
        if (rules.isEmpty()) {
            return;
        }
        if (at.all().stream().anyMatch(SchemaCheck::blocks)) {
            at.add(new Violation(Reason.INVALID, "<nil>", "Invalid value: null: " + NOT_CHECKED));
            return;
        }
        rules.check(object, old, at);
    }
}
