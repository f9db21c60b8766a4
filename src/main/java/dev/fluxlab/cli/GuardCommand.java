package dev.fluxlab.cli;

import dev.fluxlab.guard.Finding;
import dev.fluxlab.guard.Guard;
import dev.fluxlab.guard.ReportFormat;
import dev.fluxlab.guard.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fluxlab guard}: the guardrails over a checkout of a fleet. */
@Command(
        name = "guard",
        sortOptions = false,
        description = "Hold a checkout of a fleet to its guardrails; fit for a pre-commit hook and for CI.")
final class GuardCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "PATH",
            arity = "0..1",
            defaultValue = ".",
            description = "The checkout; the present folder by itself.")
    private Path path = Path.of(".");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, json, sarif or junit.")
    private ReportFormat format = ReportFormat.TEXT;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(path)) {
            throw WrongUsage.of(spec.commandLine(), "there is no folder " + path + " to look at");
        }
        List<Finding> findings = new Guard(InstantSource.system()).over(path);
        spec.commandLine().getOut().println(format.print(findings).stripTrailing());
        boolean holds = findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
        return holds ? ExitCode.HOLDS.code() : ExitCode.DOES_NOT_HOLD.code();
    }
}
