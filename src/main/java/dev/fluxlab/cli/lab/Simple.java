package dev.fluxlab.cli.lab;

import dev.fluxlab.shell.Output;
import dev.fluxlab.shell.ShellCommand;
import java.util.List;
import java.util.function.Function;

/** A command made of a name, a summary, what it does, and what completes it. */
record Simple(String name, String summary, Action action, Function<List<String>, List<String>> completer)
        implements ShellCommand {

    /** What a command does. */
    @FunctionalInterface
    interface Action {
        int run(List<String> words, Output out) throws InterruptedException;
    }

    static Simple of(String name, String summary, Action action) {
        return new Simple(name, summary, action, words -> List.of());
    }

    @Override
    public int run(List<String> words, Output out) throws InterruptedException {
        return action.run(words, out);
    }

    @Override
    public List<String> completions(List<String> words) {
        return completer.apply(words);
    }
}
