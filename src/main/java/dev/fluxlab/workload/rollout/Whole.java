package dev.fluxlab.workload.rollout;

import dev.fluxlab.document.Json;

/** Whole numbers in a tree. */
final class Whole {

    private Whole() {}

    /** The number below the keys, or zero. */
    static int at(Json tree, String... keys) {
        return orElse(tree, 0, keys);
    }

    static int orElse(Json tree, int absent, String... keys) {
        return tree.at(keys).flatMap(Json::asLong).map(Long::intValue).orElse(absent);
    }
}
