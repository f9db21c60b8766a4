package dev.fluxlab.cli.lab;

import dev.fluxlab.course.Lab;
import dev.fluxlab.course.Step;
import dev.fluxlab.shell.Output;
import dev.fluxlab.steps.Verdict;
import java.time.Duration;
import java.util.Optional;

/** Plays a whole lab unattended, and says of each step whether it holds. */
public final class Demo {

    private final OpenLab open;
    private final Output out;
    private final Output commands;

    /**
     * A demonstration.
     *
     * @param commands where the commands and what they print go
     */
    public Demo(OpenLab open, Output out, Output commands) {
        this.open = open;
        this.out = out;
        this.commands = commands;
    }

    /** The verdict of the whole: of the first step that does not hold, or that all hold. */
    public Verdict.Status play(Lab lab) throws InterruptedException {
        Rehearsal rehearsal = new Rehearsal(open.shell(), commands);
        for (Step step : lab.steps()) {
            if (!step.isChecked()) {
                continue;
            }
            long start = System.nanoTime();
            rehearsal.type(step.solution());
            Optional<Verdict> gap = rehearsal.check(step);
            report(step, gap, Duration.ofNanos(System.nanoTime() - start));
            if (gap.isPresent()) {
                return gap.get().status();
            }
        }
        return Verdict.Status.PASS;
    }

    private void report(Step step, Optional<Verdict> gap, Duration took) {
        String time = out.faint(String.format("%4.1f s", took.toMillis() / 1000.0));
        out.line((gap.isEmpty() ? out.good("✔") : out.bad("✗")) + " " + time + "  " + step.title());
        gap.ifPresent(verdict -> out.prose("- " + verdict.sentence() + ": " + verdict.message()));
    }
}
