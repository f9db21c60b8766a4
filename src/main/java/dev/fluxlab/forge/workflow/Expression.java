package dev.fluxlab.forge.workflow;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Null;
import dev.fluxlab.document.Obj;
import java.util.List;
import java.util.Locale;

/** A parsed expression. */
sealed interface Expression {

    Json evaluate(Scope scope);

    /** Whether it asks how the job stands, so that no success() is implied. */
    boolean asksStatus();

    /** A value as it is written. */
    record Literal(Json value) implements Expression {
        @Override
        public Json evaluate(Scope scope) {
            return value;
        }

        @Override
        public boolean asksStatus() {
            return false;
        }
    }

    /** One of the contexts. */
    record Context(String name) implements Expression {
        @Override
        public Json evaluate(Scope scope) {
            return scope.context(name);
        }

        @Override
        public boolean asksStatus() {
            return false;
        }
    }

    /** A member or an item of a value; null when there is none. */
    record Member(Expression of, Expression key) implements Expression {
        @Override
        public Json evaluate(Scope scope) {
            Json value = of.evaluate(scope);
            Json index = key.evaluate(scope);
            if (value instanceof Arr list) {
                int at = (int) Values.number(index);
                return at >= 0 && at < list.size() ? list.items().get(at) : Null.NULL;
            }
            return value instanceof Obj obj ? find(obj, Values.text(index)) : Null.NULL;
        }

        /** Names of members do not tell upper from lower case. */
        private static Json find(Obj obj, String name) {
            return obj.members().entrySet().stream()
                    .filter(member -> member.getKey().equalsIgnoreCase(name))
                    .map(java.util.Map.Entry::getValue)
                    .findFirst()
                    .orElse(Null.NULL);
        }

        @Override
        public boolean asksStatus() {
            return of.asksStatus() || key.asksStatus();
        }
    }

    /** A call of a function. */
    record Call(Function function, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public Json evaluate(Scope scope) {
            return function.apply(
                    scope, arguments.stream().map(each -> each.evaluate(scope)).toList());
        }

        @Override
        public boolean asksStatus() {
            return function.asksStatus() || arguments.stream().anyMatch(Expression::asksStatus);
        }
    }

    /** The opposite of a condition. */
    record Not(Expression of) implements Expression {
        @Override
        public Json evaluate(Scope scope) {
            return Json.bool(!Values.isTrue(of.evaluate(scope)));
        }

        @Override
        public boolean asksStatus() {
            return of.asksStatus();
        }
    }

    /** Two values and what stands between them; and, or give one of the values back. */
    record Binary(String operator, Expression left, Expression right) implements Expression {
        @Override
        public Json evaluate(Scope scope) {
            Json first = left.evaluate(scope);
            return switch (operator) {
                case "&&" -> Values.isTrue(first) ? right.evaluate(scope) : first;
                case "||" -> Values.isTrue(first) ? first : right.evaluate(scope);
                case "==" -> Json.bool(Values.same(first, right.evaluate(scope)));
                case "!=" -> Json.bool(!Values.same(first, right.evaluate(scope)));
                default -> Json.bool(inOrder(first, right.evaluate(scope)));
            };
        }

        private boolean inOrder(Json first, Json second) {
            double order = Values.number(first) - Values.number(second);
            if (first instanceof dev.fluxlab.document.Str && second instanceof dev.fluxlab.document.Str) {
                order = Values.text(first)
                        .toLowerCase(Locale.ROOT)
                        .compareTo(Values.text(second).toLowerCase(Locale.ROOT));
            }
            return switch (operator) {
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                default -> order >= 0;
            };
        }

        @Override
        public boolean asksStatus() {
            return left.asksStatus() || right.asksStatus();
        }
    }
}
