package dev.fluxlab.tool;

import dev.fluxlab.world.view.WorldView;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One call of the flux CLI: its words, its world, and what it prints to. */
record FluxCall(Arguments arguments, WorldView world, Console console) {

    String namespace() {
        return arguments.value("namespace", "flux-system");
    }

    boolean allNamespaces() {
        return arguments.has("all-namespaces");
    }

    /** The namespace to list; empty for all. */
    String listed() {
        return allNamespaces() ? "" : namespace();
    }

    Duration timeout() {
        return GoDuration.parse(arguments.value("timeout", "5m"));
    }

    /** The words after the verb. */
    List<String> words() {
        List<String> all = arguments.positional();
        return all.subList(Math.min(1, all.size()), all.size());
    }

    Optional<String> word(int index) {
        return index < words().size() ? Optional.of(words().get(index)) : Optional.empty();
    }

    void action(String text) {
        console.note("► " + text);
    }

    void waiting(String text) {
        console.note("◎ " + text);
    }

    void success(String text) {
        console.note("✔ " + text);
    }

    void failure(String text) {
        console.note("✗ " + text);
    }
}
