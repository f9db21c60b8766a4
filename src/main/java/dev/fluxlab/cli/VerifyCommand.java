package dev.fluxlab.cli;

import dev.fluxlab.cli.lab.FolderCopy;
import dev.fluxlab.cli.lab.Soundness;
import dev.fluxlab.shell.Output;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fluxlab verify}: course CI. */
@Command(
        name = "verify",
        sortOptions = false,
        description =
                "Prove that every step of a lab is sound: it fails before, passes after the worked example, refuses"
                        + " each wrong way with its message, and tolerates a neutral change.")
final class VerifyCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            description = "The course: a folder with labs/ and quiz/; fluxlab's own by itself.")
    private Path root = Installation.here().root();

    @Option(
            names = "--lab",
            paramLabel = "NAME",
            defaultValue = "",
            description = "The lab to prove; the first by itself.")
    private String lab = "";

    @Option(
            names = {"-v", "--verbose"},
            description = "Show the commands that are typed, and what they print.")
    private boolean verbose;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Output out = new Output(spec.commandLine().getOut(), false, 100);
        Output commands = verbose ? out : new Output(new PrintWriter(Writer.nullWriter()), false, 100);
        LabFiles files = LabFiles.in(root, lab);
        Path scratch = Files.createTempDirectory("fluxlab-verify");
        try {
            List<String> problems = new Soundness(files.course(), files.lab(), out, commands).prove(scratch);
            problems.forEach(problem -> out.line("✗ " + problem));
            out.line(
                    problems.isEmpty()
                            ? "✔ every step of " + files.lab().slug() + " is sound"
                            : problems.size() + " problems");
            return problems.isEmpty() ? ExitCode.HOLDS.code() : ExitCode.DOES_NOT_HOLD.code();
        } finally {
            FolderCopy.delete(scratch);
        }
    }
}
