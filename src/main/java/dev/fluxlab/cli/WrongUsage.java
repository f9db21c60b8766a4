package dev.fluxlab.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, what was perhaps meant, and where the help is. */
final class WrongUsage implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException problem, String[] arguments) {
        PrintWriter err = problem.getCommandLine().getErr();
        String command = problem.getCommandLine().getCommandSpec().qualifiedName();
        err.println("fluxlab: " + problem.getMessage());
        List<String> meant =
                problem instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        if (!meant.isEmpty()) {
            err.println("Did you mean: " + String.join(", ", meant) + "?");
        }
        err.println("See: " + command + " --help");
        return ExitCode.WRONG_USAGE.code();
    }

    static ParameterException of(CommandLine command, String message) {
        return new ParameterException(command, message);
    }
}
