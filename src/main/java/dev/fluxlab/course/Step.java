package dev.fluxlab.course;

import java.util.List;

/**
 * A step of a lab.
 *
 * @param text the Markdown a learner reads, without the fences that are hidden
 * @param check the sentences that hold once the step is done; none for a step that is only read
 * @param supersedes titles of earlier steps whose check this step ends
 */
public record Step(
        String id,
        String title,
        String text,
        List<Command> shown,
        List<Command> solution,
        List<WrongWay> wrongWays,
        List<Sentence> check,
        List<String> hints,
        List<String> supersedes,
        Place place) {

    public Step {
        shown = List.copyOf(shown);
        solution = List.copyOf(solution);
        wrongWays = List.copyOf(wrongWays);
        check = List.copyOf(check);
        hints = List.copyOf(hints);
        supersedes = List.copyOf(supersedes);
    }

    /** Whether the step has anything to check. */
    public boolean isChecked() {
        return !check.isEmpty();
    }
}
