package dev.fluxlab.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** The entry point: wires every part by hand and hands the arguments to the verb they name. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        Logs.quieten();
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, arguments));
    }

    /** Runs one command line; what it prints goes to the writers, so that a test can read it. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return commandLine().setOut(out).setErr(err).execute(arguments);
    }

    private static CommandLine commandLine() {
        return new CommandLine(new FluxlabCommand())
                .addSubcommand(new DemoCommand())
                .addSubcommand(new UpCommand())
                .addSubcommand(new EnvCommand())
                .addSubcommand(new StatusCommand())
                .addSubcommand(new CommandLine(new ClockCommand()).addSubcommand(new ClockCommand.Advance()))
                .addSubcommand(new ResetCommand())
                .addSubcommand(new LineageCommand())
                .addSubcommand(new GuardCommand())
                .addSubcommand(new VerifyCommand())
                .addSubcommand(new BootstrapCommand())
                .addSubcommand(new ControllersCommand())
                .addSubcommand(new RehearseCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new WrongUsage())
                .setExecutionExceptionHandler(new Unjudged());
    }
}
