package dev.fluxlab.cli;

import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** A verb that could not do its work: one line says why; the stack is in the log, for who asks for it. */
final class Unjudged implements IExecutionExceptionHandler {

    private static final Logger LOG = Logger.getLogger(Unjudged.class.getName());

    @Override
    public int handleExecutionException(Exception problem, CommandLine command, ParseResult parsed) {
        LOG.log(Level.FINE, "a verb failed", problem);
        String message = problem.getMessage() == null ? problem.toString() : problem.getMessage();
        command.getErr().println("fluxlab: " + message);
        return ExitCode.UNJUDGED.code();
    }
}
