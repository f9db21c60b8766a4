package dev.fluxlab.kube.type;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The macros that go over the items of a list or the keys of a map. */
enum CelMacro {
    ALL("all") {
        @Override
        Json over(List<Json> items, Function<Json, CelScope> scope, List<CelNode> bodies) {
            return decide(items, scope, bodies.get(0), false);
        }
    },
    EXISTS("exists") {
        @Override
        Json over(List<Json> items, Function<Json, CelScope> scope, List<CelNode> bodies) {
            return decide(items, scope, bodies.get(0), true);
        }
    },
    EXISTS_ONE("exists_one") {
        @Override
        Json over(List<Json> items, Function<Json, CelScope> scope, List<CelNode> bodies) {
            return Json.bool(chosen(items, scope, bodies.get(0)).size() == 1);
        }
    },
    FILTER("filter") {
        @Override
        Json over(List<Json> items, Function<Json, CelScope> scope, List<CelNode> bodies) {
            return new Arr(chosen(items, scope, bodies.get(0)));
        }
    },
    MAP("map") {
        @Override
        Json over(List<Json> items, Function<Json, CelScope> scope, List<CelNode> bodies) {
            List<Json> from = bodies.size() > 1 ? chosen(items, scope, bodies.get(0)) : items;
            CelNode body = bodies.get(bodies.size() - 1);
            return new Arr(
                    from.stream().map(item -> body.evaluate(scope.apply(item))).toList());
        }
    };

    private final String word;

    CelMacro(String word) {
        this.word = word;
    }

    static Optional<CelMacro> of(String word) {
        return Arrays.stream(values()).filter(macro -> macro.word.equals(word)).findFirst();
    }

    boolean isPredicate() {
        return this == ALL || this == EXISTS || this == EXISTS_ONE;
    }

    abstract Json over(List<Json> items, Function<Json, CelScope> scope, List<CelNode> bodies);

    /** One deciding item is enough, whatever fails on the others. */
    private static Json decide(List<Json> items, Function<Json, CelScope> scope, CelNode body, boolean deciding) {
        Optional<CelException> failure = Optional.empty();
        for (Json item : items) {
            try {
                if (CelScope.isTrue(body.evaluate(scope.apply(item))) == deciding) {
                    return Json.bool(deciding);
                }
            } catch (CelException e) {
                failure = Optional.of(e);
            }
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
        return Json.bool(!deciding);
    }

    private static List<Json> chosen(List<Json> items, Function<Json, CelScope> scope, CelNode body) {
        List<Json> chosen = new ArrayList<>();
        for (Json item : items) {
            if (CelScope.isTrue(body.evaluate(scope.apply(item)))) {
                chosen.add(item);
            }
        }
        return chosen;
    }
}
