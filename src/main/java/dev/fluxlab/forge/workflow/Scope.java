package dev.fluxlab.forge.workflow;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Null;
import dev.fluxlab.document.Obj;
import java.util.Set;

/**
 * What an expression can see.
 *
 * @param contexts github, env, inputs and so on, by name
 * @param failed whether an earlier step or needed job failed
 */
public record Scope(Obj contexts, boolean failed) {

    static final Set<String> CONTEXTS =
            Set.of("github", "env", "inputs", "steps", "needs", "secrets", "vars", "job", "runner");

    Json context(String name) {
        return contexts.get(name).orElse(Null.NULL);
    }
}
