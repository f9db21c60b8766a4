package dev.fluxlab.kube.type;

import dev.fluxlab.document.Json;
import dev.fluxlab.kube.type.Violation.Reason;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One of a schema's {@code x-kubernetes-validations}, compiled. */
final class CelRule {

    private static final Map<String, Reason> REASONS = Map.of(
            "FieldValueInvalid", Reason.INVALID,
            "FieldValueForbidden", Reason.FORBIDDEN,
            "FieldValueRequired", Reason.REQUIRED,
            "FieldValueDuplicate", Reason.DUPLICATE);

    private final Json declared;
    private final CelNode expression;
    private final Optional<CelNode> message;
    private final boolean comparesOld;

    private CelRule(Json declared, Node schema) {
        this.declared = declared;
        CelTyping typing = new CelTyping(Map.of("self", schema, "oldSelf", schema));
        this.expression = CelParser.parse(source());
        String type = expression.type(typing).type();
        if (!type.isEmpty() && !type.equals("boolean")) {
            throw new CelException(0, "must evaluate to a bool");
        }
        String words = declared.text("messageExpression");
        this.message = words.isEmpty() ? Optional.empty() : Optional.of(CelParser.parse(words));
        this.comparesOld = source().matches("(?s).*\\boldSelf\\b.*");
    }

    /**
     * Compiles a rule against the schema it stands in.
     *
     * @throws CelException when it does not compile
     */
    static CelRule compile(Json declared, Node schema) {
        return new CelRule(declared, schema);
    }

    private String source() {
        return declared.text("rule");
    }

    void check(Node schema, Json self, Optional<Json> old, Findings at) {
        boolean optionalOld = Read.flag(declared, "optionalOldSelf");
        if (comparesOld && old.isEmpty() && !optionalOld) {
            return;
        }
        if (!comparesOld && old.filter(self::equals).isPresent()) {
            return; // what was wrong before may stay as it is
        }
        Map<String, Json> variables = new LinkedHashMap<>(Map.of("self", self));
        old.ifPresent(value -> variables.put("oldSelf", value));
        CelScope scope = new CelScope(variables);
        try {
            if (!CelScope.isTrue(expression.evaluate(scope))) {
                report(schema, self, scope, at);
            }
        } catch (CelException e) {
            at.invalid(schema.type(), e.words() + " evaluating rule: " + message());
        }
    }

    private void report(Node schema, Json self, CelScope scope, Findings at) {
        Reason reason = REASONS.getOrDefault(declared.text("reason"), Reason.INVALID);
        String field = declared.text("fieldPath");
        Findings place = field.isEmpty() ? at : at.in(field.replaceFirst("^\\.", ""));
        String detail = message.flatMap(words -> evaluated(words, scope)).orElseGet(this::detail);
        boolean compound = schema.type().equals("object") || schema.type().equals("array");
        if (reason == Reason.INVALID) {
            // the real server leaves out a value that is an object or a list
            if (compound) {
                place.invalidUnshown(detail);
            } else {
                place.invalid(self, detail);
            }
        } else {
            place.add(new Violation(reason, place.path(), reason.words() + ": " + detail));
        }
    }

    private static Optional<String> evaluated(CelNode words, CelScope scope) {
        try {
            return words.evaluate(scope).asText().map(String::strip).filter(text -> !text.isEmpty());
        } catch (CelException e) {
            return Optional.empty(); // the rule's fixed message takes its place, as on the real server
        }
    }

    private String detail() {
        String said = declared.text("message").strip();
        return said.isEmpty() ? "failed rule: " + source().strip() : said;
    }

    private String message() {
        String said = declared.text("message").strip();
        return said.isEmpty() ? source().strip() : said;
    }
}
