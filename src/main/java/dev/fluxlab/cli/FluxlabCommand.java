package dev.fluxlab.cli;

import dev.fluxlab.cli.lab.OpenLab;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fluxlab} itself. */
@Command(
        name = "fluxlab",
        versionProvider = Version.class,
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        description = "A training lab and verifier harness for version promotion and rollback with Flux.",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  done, or what was asked about holds",
            "  1  it does not hold",
            "  2  wrong usage",
            "  3  it could not be judged (a world out of reach is never a pass or a fail)"
        })
final class FluxlabCommand implements Callable<Integer> {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = picocli.CommandLine.ScopeType.INHERIT,
            description = "Show this help.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    private boolean version;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--lab",
            paramLabel = "NAME",
            defaultValue = "",
            description = "The lab to open; the first by itself.")
    private String lab = "";

    @Mixin
    private Home home = new Home();

    @Override
    public Integer call() {
        LabFiles files = LabFiles.in(Installation.here().root(), lab);
        PrintWriter err = spec.commandLine().getErr();
        try (OpenLab open = OpenLab.in(
                home.path().toAbsolutePath().normalize(),
                files.course(),
                files.lab(),
                step -> err.println(step + " …"))) {
            return open.shell().run();
        }
    }
}
