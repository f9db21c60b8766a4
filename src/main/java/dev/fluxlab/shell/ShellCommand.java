package dev.fluxlab.shell;

import java.util.List;

/** Something that can be typed at the prompt. */
public interface ShellCommand {

    String name();

    /** What it does, in a few words, for the list of commands. */
    String summary();

    /**
     * Runs it.
     *
     * @param words what was typed after the name
     * @return 0 when it went well; the number is shown in the prompt otherwise
     */
    int run(List<String> words, Output out) throws InterruptedException;

    /** What could come next after the words typed so far, the last of which is being typed. */
    default List<String> completions(List<String> words) {
        return List.of();
    }
}
