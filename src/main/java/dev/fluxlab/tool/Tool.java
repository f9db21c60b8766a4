package dev.fluxlab.tool;

import java.util.List;

/** A command line tool. */
public interface Tool {

    String name();

    /**
     * Runs the tool.
     *
     * @param words what was typed after the tool's name
     * @return the exit code of the real tool
     */
    int run(List<String> words, Console console) throws InterruptedException;
}
