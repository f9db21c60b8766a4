package dev.fluxlab.forge.run;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Null;

/** How runs, jobs and steps end, in GitHub's words. */
final class Conclusions {

    static final String SUCCESS = "success";
    static final String FAILURE = "failure";
    static final String SKIPPED = "skipped";

    private Conclusions() {}

    /** The word, or null for what has not ended. */
    static Json json(String word) {
        return word.isEmpty() ? Null.NULL : Json.string(word);
    }
}
