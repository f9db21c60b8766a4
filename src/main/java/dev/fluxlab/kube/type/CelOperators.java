package dev.fluxlab.kube.type;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Num;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;

/** The operators of rules, by their sign. */
final class CelOperators {

    static final Map<String, CelFunction> BINARY = Map.ofEntries(
            Map.entry("==", compared("_==_", values -> Json.bool(equal(values.get(0), values.get(1))))),
            Map.entry("!=", compared("_!=_", values -> Json.bool(!equal(values.get(0), values.get(1))))),
            Map.entry("<", ordered("_<_", order -> order < 0)),
            Map.entry("<=", ordered("_<=_", order -> order <= 0)),
            Map.entry(">", ordered("_>_", order -> order > 0)),
            Map.entry(">=", ordered("_>=_", order -> order >= 0)),
            Map.entry("in", CelFunction.of("@in", "boolean", values -> Json.bool(isIn(values.get(0), values.get(1))))),
            Map.entry("+", new CelFunction("_+_", "", true, values -> plus(values.get(0), values.get(1)))),
            Map.entry("-", new CelFunction("_-_", "", true, values -> arithmetic('-', values))),
            Map.entry("*", new CelFunction("_*_", "", true, values -> arithmetic('*', values))),
            Map.entry("/", new CelFunction("_/_", "", true, values -> arithmetic('/', values))),
            Map.entry("%", new CelFunction("_%_", "", true, values -> arithmetic('%', values))));

    static final Map<String, CelFunction> UNARY = Map.of(
            "!",
            CelFunction.of("!_", "boolean", values -> Json.bool(!CelScope.isTrue(values.get(0)))),
            "-",
            new CelFunction("-_", "", false, values -> arithmetic('-', List.of(Num.of(0), values.get(0)))));

    private CelOperators() {}

    private static CelFunction compared(String name, Function<List<Json>, Json> body) {
        return new CelFunction(name, "boolean", true, body);
    }

    private static CelFunction ordered(String name, IntPredicate holds) {
        return compared(name, values -> Json.bool(holds.test(order(values.get(0), values.get(1)))));
    }

    private static boolean equal(Json one, Json other) {
        return one instanceof Num left && other instanceof Num right
                ? left.doubleValue() == right.doubleValue()
                : one.equals(other);
    }

    private static int order(Json one, Json other) {
        if (one instanceof Num left && other instanceof Num right) {
            return left.isIntegral() && right.isIntegral()
                    ? Long.compare(left.longValue(), right.longValue())
                    : Double.compare(left.doubleValue(), right.doubleValue());
        }
        if (one instanceof Str left && other instanceof Str right) {
            return left.value().compareTo(right.value());
        }
        throw new CelException(0, "no such overload");
    }

    private static boolean isIn(Json value, Json collection) {
        return collection instanceof Obj object
                ? object.has(JsonPath.text(value))
                : collection.items().stream().anyMatch(item -> equal(item, value));
    }

    private static Json plus(Json one, Json other) {
        if (one instanceof Str left && other instanceof Str right) {
            return new Str(left.value() + right.value());
        }
        if (one instanceof Arr left && other instanceof Arr right) {
            List<Json> all = new ArrayList<>(left.items());
            all.addAll(right.items());
            return new Arr(all);
        }
        return arithmetic('+', List.of(one, other));
    }

    private static Json arithmetic(char sign, List<Json> values) {
        if (!(values.get(0) instanceof Num left) || !(values.get(1) instanceof Num right)) {
            throw new CelException(0, "no such overload");
        }
        return left.isIntegral() && right.isIntegral()
                ? whole(sign, left.longValue(), right.longValue())
                : Num.of(floating(sign, left.doubleValue(), right.doubleValue()));
    }

    private static Num whole(char sign, long left, long right) {
        if (right == 0 && (sign == '/' || sign == '%')) {
            throw new CelException(0, sign == '/' ? "division by zero" : "modulus by zero");
        }
        try {
            return Num.of(
                    switch (sign) {
                        case '+' -> Math.addExact(left, right);
                        case '-' -> Math.subtractExact(left, right);
                        case '*' -> Math.multiplyExact(left, right);
                        case '/' -> left / right;
                        default -> left % right;
                    });
        } catch (ArithmeticException e) {
            throw new CelException(0, "integer overflow");
        }
    }

    private static double floating(char sign, double left, double right) {
        return switch (sign) {
            case '+' -> left + right;
            case '-' -> left - right;
            case '*' -> left * right;
            case '/' -> left / right;
            default -> throw new CelException(0, "no such overload");
        };
    }
}
