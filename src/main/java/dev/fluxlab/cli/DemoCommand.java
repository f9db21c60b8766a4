package dev.fluxlab.cli;

import dev.fluxlab.cli.lab.Demo;
import dev.fluxlab.cli.lab.FolderCopy;
import dev.fluxlab.cli.lab.OpenLab;
import dev.fluxlab.lineage.Lineage;
import dev.fluxlab.lineage.Proof;
import dev.fluxlab.shell.Output;
import dev.fluxlab.steps.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fluxlab demo}: plays the chapter unattended. */
@Command(
        name = "demo",
        sortOptions = false,
        description =
                "Play the chapter unattended in a world of its own: promote, prove, roll back, prove that it holds.")
final class DemoCommand implements Callable<Integer> {

    @Option(
            names = "--lab",
            paramLabel = "NAME",
            defaultValue = "",
            description = "The lab to play; the first by itself.")
    private String lab = "";

    @Option(
            names = {"-v", "--verbose"},
            description = "Show the commands that are typed, and what they print.")
    private boolean verbose;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        Output out = new Output(spec.commandLine().getOut(), false, 100);
        Output commands = verbose ? out : new Output(new PrintWriter(Writer.nullWriter()), false, 100);
        LabFiles files = LabFiles.in(Installation.here().root(), lab);
        Path home = Files.createTempDirectory("fluxlab-demo");
        try (OpenLab open = OpenLab.in(home, files.course(), files.lab(), step -> err.println(step + " …"))) {
            Verdict.Status status = new Demo(open, out, commands).play(files.lab());
            Optional<Proof> proof = new Lineage(open.view()).prove("production", "backend");
            proof.ifPresent(found -> out.line("\n" + found.tree()));
            return status.exitCode();
        } finally {
            FolderCopy.delete(home);
        }
    }
}
