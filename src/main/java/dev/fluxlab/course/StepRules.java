package dev.fluxlab.course;

import java.util.List;

/** What every step of a lab must keep to, beyond what a reader of Markdown can tell. */
final class StepRules {

    private final Step step;
    private final Faults faults;

    StepRules(Step step, Faults faults) {
        this.step = step;
        this.faults = faults;
    }

    void check() {
        if (step.isChecked() && step.solution().isEmpty()) {
            fault("has a check but no \"console solution\" fence; course CI could not prove it solvable");
        }
        if (!step.isChecked() && !step.solution().isEmpty()) {
            fault("has a solution but no \"gherkin\" check; nobody could tell whether it was done");
        }
        if (!step.wrongWays().isEmpty() && !step.isChecked()) {
            fault("has a wrong way but no \"gherkin\" check that could refuse it");
        }
        if (step.isChecked() && step.hints().isEmpty()) {
            fault("has a check but no hint; add a \"hint\" fence that says where to look");
        }
        checkHints();
    }

    private void checkHints() {
        List<String> solution = step.solution().stream().map(Command::line).toList();
        for (String hint : step.hints()) {
            solution.stream()
                    .filter(line -> hint.contains(line))
                    .forEach(line -> fault("has a hint that gives away the solution line \"" + line + "\""));
        }
    }

    private void fault(String what) {
        faults.add(step.place(), "step \"" + step.title() + "\" " + what);
    }
}
