package dev.fluxlab.cli.lab;

import dev.fluxlab.shell.Output;
import dev.fluxlab.shell.ShellCommand;
import dev.fluxlab.tool.Console;
import dev.fluxlab.tool.Tool;
import java.util.List;

/** One of the lab's tools at the prompt, called in the learner's folder. */
record ToolCommand(Tool tool, Workplace workplace) implements ShellCommand {

    @Override
    public String name() {
        return tool.name();
    }

    @Override
    public String summary() {
        return "the " + tool.name() + " command, built in";
    }

    @Override
    public int run(List<String> words, Output out) throws InterruptedException {
        return tool.run(words, new Console(out.writer(), out.writer(), workplace.folder()));
    }
}
