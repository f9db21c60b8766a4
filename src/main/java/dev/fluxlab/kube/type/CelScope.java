package dev.fluxlab.kube.type;

import dev.fluxlab.document.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The variables of an expression while it is evaluated. */
record CelScope(Map<String, Json> variables) {

    Optional<Json> get(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    CelScope with(String name, Json value) {
        Map<String, Json> more = new LinkedHashMap<>(variables);
        more.put(name, value);
        return new CelScope(more);
    }

    static boolean isTrue(Json value) {
        return value.asBoolean().orElseThrow(() -> new CelException(0, "no such overload"));
    }
}
