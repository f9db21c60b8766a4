package dev.fluxlab.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Loads what a world loads and ends; the launcher makes the class-data archive from such a run. */
@Command(name = "rehearse", hidden = true, description = "Load what a world loads, and end.")
final class RehearseCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        return ExitCode.HOLDS.code();
    }
}
