package dev.fluxlab.flux.template;

import static dev.fluxlab.flux.template.Functions.number;

import java.util.List;
import java.util.function.LongBinaryOperator;
import java.util.stream.LongStream;

/** Functions on whole numbers, as sprig has them. */
final class NumberFunctions {

    private static final long MOST = 10_000;

    private NumberFunctions() {}

    static void addTo(Functions.Table table) {
        table.atLeast(0, "add", args -> reduced(args, Long::sum))
                .exactly(1, "add1", args -> number(args.get(0)) + 1)
                .exactly(2, "sub", args -> number(args.get(0)) - number(args.get(1)))
                .atLeast(1, "mul", args -> reduced(args, (left, right) -> left * right))
                .exactly(2, "div", args -> number(args.get(0)) / divisor(args))
                .exactly(2, "mod", args -> number(args.get(0)) % divisor(args))
                .atLeast(1, "max", args -> reduced(args, Math::max))
                .atLeast(1, "min", args -> reduced(args, Math::min))
                .exactly(1, "int", args -> number(args.get(0)))
                .exactly(1, "int64", args -> number(args.get(0)))
                .exactly(1, "atoi", args -> number(args.get(0)))
                .exactly(1, "until", args -> numbers(number(args.get(0))));
    }

    private static long divisor(List<Object> args) {
        long divisor = number(args.get(1));
        if (divisor == 0) {
            throw new IllegalArgumentException("runtime error: integer divide by zero");
        }
        return divisor;
    }

    private static Object reduced(List<Object> args, LongBinaryOperator operator) {
        return args.stream().mapToLong(Functions::number).reduce(operator).orElse(0);
    }

    private static List<Object> numbers(long count) {
        return LongStream.range(0, Math.min(count, MOST))
                .boxed()
                .map(Object.class::cast)
                .toList();
    }
}
