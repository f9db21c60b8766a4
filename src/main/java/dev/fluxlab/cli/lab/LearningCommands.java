package dev.fluxlab.cli.lab;

import dev.fluxlab.course.Command;
import dev.fluxlab.course.Step;
import dev.fluxlab.session.Session;
import dev.fluxlab.shell.Output;
import dev.fluxlab.shell.ShellCommand;
import dev.fluxlab.steps.Verdict;
import java.util.List;
import java.util.Optional;

/** The commands by which a learner goes through a lab. */
final class LearningCommands {

    private final Session session;

    LearningCommands(Session session) {
        this.session = session;
    }

    List<ShellCommand> all() {
        return List.of(
                Simple.of("step", "shows the step you are at", (words, out) -> show(out)),
                Simple.of("steps", "lists the steps and which have passed", (words, out) -> list(out)),
                Simple.of("check", "judges the step you are at", (words, out) -> check(out)),
                Simple.of("hint", "gives the next hint", (words, out) -> hint(out)),
                Simple.of("solution", "shows the worked example", (words, out) -> solution(out)),
                Simple.of("next", "goes to the next step", (words, out) -> next(out)),
                new Simple("goto", "goes to a step by its number or name", this::go, words -> ids()));
    }

    private List<String> ids() {
        return session.lab().steps().stream().map(Step::id).toList();
    }

    int show(Output out) {
        Step step = session.current();
        out.line("");
        out.line(out.strong(
                "Step " + session.position() + " of " + session.lab().steps().size() + " · " + step.title()));
        out.line("");
        out.prose(step.text());
        out.line("");
        out.line(out.faint(
                step.isChecked()
                        ? "When you think it is done: check. Stuck: hint."
                        : "Nothing to do here but read. Go on with: next."));
        return 0;
    }

    private int list(Output out) {
        int number = 0;
        for (Step step : session.lab().steps()) {
            number++;
            String mark = !step.isChecked() ? "·" : session.isPassed(step) ? out.good("✔") : " ";
            String here = step.equals(session.current()) ? " ← you are here" : "";
            out.line(String.format("%s %2d  %s%s", mark, number, step.title(), here));
        }
        return 0;
    }

    private int check(Output out) {
        if (!session.current().isChecked()) {
            out.line("This step has nothing to check. Go on with: next.");
            return 0;
        }
        List<Verdict> verdicts = session.check();
        verdicts.forEach(verdict -> print(verdict, out));
        Verdict.Status worst = verdicts.stream()
                .map(Verdict::status)
                .reduce(Verdict.Status.PASS, (one, other) -> one.compareTo(other) >= 0 ? one : other);
        switch (worst) {
            case PASS -> out.line(
                    session.isDone()
                            ? out.good("Done.") + " That was the last open step. Take the quiz: quiz."
                            : out.good("Done.") + " Go on with: next.");
            case FAIL -> out.line("Not yet. Stuck: hint.");
            case NOT_JUDGED -> out.line("This could not be judged, which is neither right nor wrong.");
        }
        return worst.exitCode();
    }

    private static void print(Verdict verdict, Output out) {
        String mark = verdict.status().mark();
        out.line((verdict.holds() ? out.good(mark) : out.bad(mark)) + " " + verdict.sentence());
        if (!verdict.message().isEmpty()) {
            out.prose("- " + verdict.message());
        }
    }

    private int hint(Output out) {
        Optional<String> hint = session.hint();
        hint.ifPresentOrElse(
                out::prose,
                () -> out.line(
                        "There are no more hints. \"solution\" shows the worked example; try once more before."));
        return 0;
    }

    private int solution(Output out) {
        List<Command> solution = session.current().solution();
        if (solution.isEmpty()) {
            out.line("This step has no worked example: there is nothing to do but read.");
            return 0;
        }
        session.solutionShown();
        out.line("One way to do it:");
        solution.forEach(command -> out.line("    $ " + command.line()));
        return 0;
    }

    private int next(Output out) {
        if (session.next()) {
            return show(out);
        }
        boolean open = session.current().isChecked() && !session.isPassed(session.current());
        out.line(
                open
                        ? "This step is still open: check says what is missing."
                        : "This is the last step. Take the quiz: quiz.");
        return open ? 1 : 0;
    }

    private int go(List<String> words, Output out) {
        String wanted = words.isEmpty() ? "" : words.get(0);
        Optional<Step> step = wanted.matches("[0-9]+")
                ? numbered(Integer.parseInt(wanted))
                : session.lab().step(wanted);
        if (step.isEmpty()) {
            throw new IllegalArgumentException("no step is \"" + wanted + "\"; \"steps\" lists them");
        }
        session.moveTo(step.get());
        return show(out);
    }

    private Optional<Step> numbered(int number) {
        List<Step> steps = session.lab().steps();
        return number >= 1 && number <= steps.size() ? Optional.of(steps.get(number - 1)) : Optional.empty();
    }
}
