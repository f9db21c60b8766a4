package dev.fluxlab.cli.lab;

import dev.fluxlab.course.Command;
import dev.fluxlab.course.Step;
import dev.fluxlab.shell.Output;
import dev.fluxlab.steps.Verdict;
import java.util.List;
import java.util.Optional;

/** Plays steps of a lab as a learner would who types the worked example. */
final class Rehearsal {

    private final LabShell shell;
    private final Output out;

    Rehearsal(LabShell shell, Output out) {
        this.shell = shell;
        this.out = out;
    }

    /** Types the lines; a line that fails is shown and does not end the play, as its check will tell. */
    void type(List<Command> commands) throws InterruptedException {
        for (Command command : commands) {
            out.line(out.faint("  $ " + command.line()));
            shell.run(command.line(), out);
        }
    }

    /** Judges a step; empty when it holds, or the first verdict that does not. */
    Optional<Verdict> check(Step step) {
        shell.session().moveTo(step);
        return shell.session().check().stream()
                .filter(verdict -> !verdict.holds())
                .findFirst();
    }
}
