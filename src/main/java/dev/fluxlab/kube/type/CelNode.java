package dev.fluxlab.kube.type;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One node of a CEL expression: it comes to a value, and to a type before that. */
sealed interface CelNode {

    int position();

    /**
     * The value of the expression.
     *
     * @throws CelException when there is none, such as a missing key
     */
    Json evaluate(CelScope scope);

    /**
     * What schema the value will have, {@link Node#ANYTHING} when that is open.
     *
     * @throws CelException when a name, field or function does not exist
     */
    Node type(CelTyping typing);

    /** A value written in the expression. */
    record Literal(int position, Json value) implements CelNode {

        @Override
        public Json evaluate(CelScope scope) {
            return value;
        }

        @Override
        public Node type(CelTyping typing) {
            return CelTyping.scalar(SchemaTypes.of(value));
        }
    }

    /** {@code self}, {@code oldSelf}, or the variable of a macro. */
    record Name(int position, String name) implements CelNode {

        @Override
        public Json evaluate(CelScope scope) {
            return scope.get(name).orElseThrow(() -> new CelException(position, "no such attribute(s): " + name));
        }

        @Override
        public Node type(CelTyping typing) {
            return typing.get(name)
                    .orElseThrow(() ->
                            new CelException(position, "undeclared reference to '" + name + "' (in container '')"));
        }
    }

    /** {@code operand.field}. */
    record Select(int position, CelNode operand, String field) implements CelNode {

        @Override
        public Json evaluate(CelScope scope) {
            return operand.evaluate(scope)
                    .at(CelEscapes.field(field))
                    .orElseThrow(() -> new CelException(position, "no such key: " + field));
        }

        @Override
        public Node type(CelTyping typing) {
            return CelTyping.field(operand.type(typing), CelEscapes.field(field))
                    .orElseThrow(() -> new CelException(position, "undefined field '" + field + "'"));
        }
    }

    /** {@code has(operand.field)}. */
    record Has(int position, CelNode operand, String field) implements CelNode {

        @Override
        public Json evaluate(CelScope scope) {
            return Json.bool(operand.evaluate(scope).at(CelEscapes.field(field)).isPresent());
        }

        @Override
        public Node type(CelTyping typing) {
            new Select(position, operand, field).type(typing);
            return CelTyping.scalar("boolean");
        }
    }

    /** {@code operand[key]}. */
    record Index(int position, CelNode operand, CelNode key) implements CelNode {

        @Override
        public Json evaluate(CelScope scope) {
            Json value = operand.evaluate(scope);
            Json at = key.evaluate(scope);
            if (value instanceof Arr array) {
                long index = at.asLong().orElse(-1L);
                if (index < 0 || index >= array.size()) {
                    throw new CelException(position, "index out of bounds: " + at);
                }
                return array.items().get((int) index);
            }
            return value.at(JsonPath.text(at))
                    .orElseThrow(() -> new CelException(position, "no such key: " + JsonPath.text(at)));
        }

        @Override
        public Node type(CelTyping typing) {
            key.type(typing);
            Node of = operand.type(typing);
            return of.items().or(of::additionalProperties).orElse(Node.ANYTHING);
        }
    }

    /** {@code [a, b]}. */
    record ListOf(int position, List<CelNode> items) implements CelNode {

        @Override
        public Json evaluate(CelScope scope) {
            return new Arr(items.stream().map(item -> item.evaluate(scope)).toList());
        }

        @Override
        public Node type(CelTyping typing) {
            items.forEach(item -> item.type(typing));
            return CelTyping.scalar("array");
        }
    }

    /** {@code {a: b}}. */
    record MapOf(int position, List<CelNode> keys, List<CelNode> values) implements CelNode {

        @Override
        public Json evaluate(CelScope scope) {
            Obj.Builder map = Obj.builder();
            for (int i = 0; i < keys.size(); i++) {
                map.put(
                        JsonPath.text(keys.get(i).evaluate(scope)),
                        values.get(i).evaluate(scope));
            }
            return map.build();
        }

        @Override
        public Node type(CelTyping typing) {
            keys.forEach(key -> key.type(typing));
            values.forEach(value -> value.type(typing));
            return Node.ANYTHING;
        }
    }

    /** An operator or a function; a method's operand is its first argument. */
    record Call(int position, CelFunction function, List<CelNode> arguments) implements CelNode {

        @Override
        public Json evaluate(CelScope scope) {
            List<Json> values = new ArrayList<>();
            arguments.forEach(argument -> values.add(argument.evaluate(scope)));
            try {
                return function.apply(values);
            } catch (CelException e) {
                throw e.at(position);
            }
        }

        @Override
        public Node type(CelTyping typing) {
            List<Node> types =
                    arguments.stream().map(argument -> argument.type(typing)).toList();
            return typing.result(function, types)
                    .orElseThrow(() -> new CelException(position, CelTyping.noOverload(function, types)));
        }
    }

    /** {@code a && b}, {@code a || b}: one side may decide alone, even when the other comes to no value. */
    record Logic(int position, boolean deciding, CelNode left, CelNode right) implements CelNode {

        @Override
        public Json evaluate(CelScope scope) {
            Optional<CelException> failure = Optional.empty();
            for (CelNode side : List.of(left, right)) {
                try {
                    if (CelScope.isTrue(side.evaluate(scope)) == deciding) {
                        return Json.bool(deciding);
                    }
                } catch (CelException e) {
                    failure = failure.or(() -> Optional.of(e));
                }
            }
            if (failure.isPresent()) {
                throw failure.get();
            }
            return Json.bool(!deciding);
        }

        @Override
        public Node type(CelTyping typing) {
            left.type(typing);
            right.type(typing);
            return CelTyping.scalar("boolean");
        }
    }

    /** {@code condition ? yes : no}. */
    record Choice(int position, CelNode condition, CelNode yes, CelNode no) implements CelNode {

        @Override
        public Json evaluate(CelScope scope) {
            return CelScope.isTrue(condition.evaluate(scope)) ? yes.evaluate(scope) : no.evaluate(scope);
        }

        @Override
        public Node type(CelTyping typing) {
            condition.type(typing);
            no.type(typing);
            return yes.type(typing);
        }
    }

    /** {@code range.all(variable, body)} and its kin. */
    record Macro(int position, CelMacro macro, CelNode range, String variable, List<CelNode> bodies)
            implements CelNode {

        @Override
        public Json evaluate(CelScope scope) {
            Json values = range.evaluate(scope);
            List<Json> items = values instanceof Obj object
                    ? object.keys().stream().<Json>map(Json::string).toList()
                    : values.items();
            return macro.over(items, item -> scope.with(variable, item), bodies);
        }

        @Override
        public Node type(CelTyping typing) {
            Node of = range.type(typing);
            Node item = of.items().orElse(Node.ANYTHING);
            CelTyping inner = typing.with(variable, item);
            bodies.forEach(body -> body.type(inner));
            return macro.isPredicate() ? CelTyping.scalar("boolean") : CelTyping.scalar("array");
        }
    }
}
