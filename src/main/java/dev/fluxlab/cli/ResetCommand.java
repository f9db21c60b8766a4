package dev.fluxlab.cli;

import dev.fluxlab.world.WorldFolder;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code fluxlab reset}: throws a world away. */
@Command(
        name = "reset",
        sortOptions = false,
        description =
                "Throw the world of this folder away; clones beside it stay. The next \"fluxlab up\" makes a new one.")
final class ResetCommand implements Callable<Integer> {

    @Mixin
    private Home home = new Home();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        WorldFolder folder = home.folder();
        boolean existed = folder.root().toFile().exists();
        folder.reset();
        spec.commandLine()
                .getOut()
                .println(existed ? "deleted " + folder.root() : "there was no world in " + folder.home());
        return ExitCode.HOLDS.code();
    }
}
