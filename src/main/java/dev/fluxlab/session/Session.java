package dev.fluxlab.session;

import dev.fluxlab.course.Answer;
import dev.fluxlab.course.Lab;
import dev.fluxlab.course.Question;
import dev.fluxlab.course.Sentence;
import dev.fluxlab.course.Step;
import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.steps.Glossary;
import dev.fluxlab.steps.Verdict;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One learner working through one lab. */
public final class Session {

    private final Lab lab;
    private final Glossary glossary;
    private final Journal journal;
    private final InstantSource clock;
    private final Progress progress;
    private Step current;

    private Session(Lab lab, Glossary glossary, Journal journal, InstantSource clock) {
        this.lab = lab;
        this.glossary = glossary;
        this.journal = journal;
        this.clock = clock;
        this.progress = new Progress(journal, lab.slug());
        this.current = lab.step(progress.lastStep()).orElseGet(this::firstOpen);
    }

    /** Goes on where the journal says the learner was, or begins with the first step. */
    public static Session resume(Lab lab, Glossary glossary, Journal journal, InstantSource clock) {
        return new Session(lab, glossary, journal, clock);
    }

    public Lab lab() {
        return lab;
    }

    public Step current() {
        return current;
    }

    /** The number of the current step, counted from one. */
    public int position() {
        return lab.steps().indexOf(current) + 1;
    }

    public boolean isPassed(Step step) {
        return progress.isPassed(step.id());
    }

    /** Whether every step that has a check has passed. */
    public boolean isDone() {
        return lab.steps().stream().allMatch(step -> !step.isChecked() || isPassed(step));
    }

    public int attempts() {
        return progress.attempts(current.id());
    }

    private Step firstOpen() {
        return lab.steps().stream()
                .filter(step -> step.isChecked() && !progress.isPassed(step.id()))
                .findFirst()
                .map(step ->
                        lab.steps().get(0).isChecked() || !progress.lastStep().isEmpty()
                                ? step
                                : lab.steps().get(0))
                .orElse(lab.steps().get(0));
    }

    /** Judges the sentences of the current step, in their order, up to the first that does not hold. */
    public List<Verdict> check() {
        List<Verdict> verdicts = new ArrayList<>();
        for (Sentence sentence : current.check()) {
            Verdict verdict = glossary.judge(sentence.text());
            verdicts.add(verdict);
            if (!verdict.holds()) {
                break;
            }
        }
        record(
                "checked",
                current.id(),
                Obj.of(
                        "verdicts",
                        new Arr(verdicts.stream().<Json>map(Verdict::toJson).toList())));
        if (verdicts.stream().allMatch(Verdict::holds) && !isPassed(current)) {
            record(
                    "passed",
                    current.id(),
                    Obj.builder()
                            .put("attempts", progress.attempts(current.id()))
                            .put("hints", progress.hintsTaken(current.id()))
                            .put("solutionShown", progress.hasSeenSolution(current.id()))
                            .build());
        }
        return verdicts;
    }

    /** The next rung of the hint ladder; empty when all have been taken. */
    public Optional<String> hint() {
        int taken = progress.hintsTaken(current.id());
        if (taken >= current.hints().size()) {
            return Optional.empty();
        }
        record("hinted", current.id(), Obj.builder().put("level", taken + 1).build());
        return Optional.of(current.hints().get(taken));
    }

    /** Notes that the learner has asked for the worked example. */
    public void solutionShown() {
        record("solution-shown", current.id(), Obj.EMPTY);
    }

    /** Moves to the step after this one; false at the last, or while this one's check has not passed. */
    public boolean next() {
        int index = lab.steps().indexOf(current);
        if (index + 1 == lab.steps().size() || current.isChecked() && !isPassed(current)) {
            return false;
        }
        moveTo(lab.steps().get(index + 1));
        return true;
    }

    public void moveTo(Step step) {
        current = step;
        record("moved", step.id(), Obj.of("step", step.id()));
    }

    /** Notes an answer to a question of the quiz. */
    public void answered(Question question, String given, Answer.Judgement judgement) {
        record(
                "answered",
                question.id(),
                Obj.builder()
                        .put("given", given)
                        .put("right", judgement.right())
                        .build());
    }

    public boolean isAnsweredRight(Question question) {
        return progress.isAnsweredRight(question.id());
    }

    private void record(String what, String on, Obj detail) {
        journal.add(new Entry(clock.instant(), what, progress.on(on), detail));
    }
}
