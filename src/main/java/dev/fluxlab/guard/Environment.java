package dev.fluxlab.guard;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The environments of a fleet, which folders, namespaces and tags are named after. */
enum Environment {
    DEVELOP,
    STAGING,
    PRODUCTION;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The environment a path lies in: the deepest folder that is named after one. */
    static Optional<Environment> ofPath(String path) {
        return Arrays.stream(path.split("/", -1))
                .flatMap(folder -> named(folder).stream())
                .reduce((outer, inner) -> inner);
    }

    static Optional<Environment> named(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    /** The environment that the last part of a name with hyphens says, as in {@code apps-production}. */
    static Optional<Environment> ofName(String name) {
        return named(name.substring(name.lastIndexOf('-') + 1));
    }
}
