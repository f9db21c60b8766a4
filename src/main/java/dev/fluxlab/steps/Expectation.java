package dev.fluxlab.steps;

import java.util.Optional;

/** The form in which sentences state what they expect; each failure says what was found and where to look. */
final class Expectation {

    private final String expected;
    private final String look;

    private Expectation(String expected, String look) {
        this.expected = expected;
        this.look = look;
    }

    static Expectation of(String expected, String look) {
        return new Expectation(expected, look);
    }

    void check(boolean holds, String found) {
        if (!holds) {
            throw fail(found);
        }
    }

    <T> T present(Optional<T> value, String found) {
        return value.orElseThrow(() -> fail(found));
    }

    Unmet fail(String found) {
        return new Unmet(expected, found, look);
    }
}
