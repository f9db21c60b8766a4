package dev.fluxlab.kube.type;

import dev.fluxlab.document.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An operator or function that rules may call.
 *
 * @param result the schema type of what it comes to; empty when that depends on the arguments
 * @param sameTypes whether its arguments must be of one type
 */
record CelFunction(String name, String result, boolean sameTypes, Function<List<Json>, Json> body) {

    Json apply(List<Json> arguments) {
        return body.apply(arguments);
    }

    static CelFunction of(String name, String result, Function<List<Json>, Json> body) {
        return new CelFunction(name, result, false, body);
    }

    /** The function of a name and number of arguments, the operand of a method counted in. */
    static Optional<CelFunction> named(String name, int arguments) {
        return Optional.ofNullable(CelLibrary.FUNCTIONS.get(name + "/" + arguments));
    }
}
