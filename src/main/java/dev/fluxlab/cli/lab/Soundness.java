package dev.fluxlab.cli.lab;

import dev.fluxlab.course.Answer;
import dev.fluxlab.course.Course;
import dev.fluxlab.course.Lab;
import dev.fluxlab.course.Quiz;
import dev.fluxlab.course.Sentence;
import dev.fluxlab.course.Step;
import dev.fluxlab.course.WrongWay;
import dev.fluxlab.shell.Output;
import dev.fluxlab.steps.Verdict;
import dev.fluxlab.steps.WorldKeys;
import dev.fluxlab.world.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Proves a lab sound, step by step: its check fails where the step starts, fails after each wrong way with the message
 * promised, passes after the worked example, and still passes after a change that has nothing to do with it. Each wrong
 * way is played on a copy of the world.
 */
public final class Soundness {

    private final Course course;
    private final Lab lab;
    private final Output out;
    private final Output commands;
    private final List<String> problems = new ArrayList<>();

    public Soundness(Course course, Lab lab, Output out, Output commands) {
        this.course = course;
        this.lab = lab;
        this.out = out;
        this.commands = commands;
    }

    /** What is not sound, with file and line; empty when everything is. */
    public List<String> prove(Path scratch) throws InterruptedException {
        course.faults().forEach(fault -> problems.add(fault.toString()));
        lab.quiz().flatMap(course::quiz).ifPresent(this::checkQuiz);
        Path home = scratch.resolve("learner");
        try (OpenLab open = OpenLab.in(home, course, lab, Progress.silent())) {
            checkGlossary(open);
        }
        for (Step step : lab.steps()) {
            if (problems.isEmpty() && step.isChecked()) {
                prove(step, home, scratch);
            }
        }
        return problems;
    }

    private void checkGlossary(OpenLab open) {
        for (Step step : lab.steps()) {
            for (Sentence sentence : step.check()) {
                open.shell()
                        .glossary()
                        .faultOf(sentence.text())
                        .ifPresent(fault -> problems.add(sentence.place() + ": " + fault));
            }
        }
    }

    private void checkQuiz(Quiz quiz) {
        quiz.questions().forEach(question -> {
            if (question.answer() instanceof Answer.Keyed keyed && !WorldKeys.isKey(keyed.sentence())) {
                problems.add(question.place() + ": the world has no key \"" + keyed.sentence() + "\"");
            }
        });
    }

    private void prove(Step step, Path home, Path scratch) throws InterruptedException {
        out.line("proving " + step.place() + "  " + step.title());
        for (WrongWay way : step.wrongWays()) {
            Path copy = scratch.resolve("copy-" + step.id() + "-" + way.name());
            FolderCopy.copy(home, copy);
            try (OpenLab open = OpenLab.in(copy, course, lab, Progress.silent())) {
                play(step, way, new Rehearsal(open.shell(), commands));
            }
            FolderCopy.delete(copy);
        }
        try (OpenLab open = OpenLab.in(home, course, lab, Progress.silent())) {
            playSolution(step, open);
        }
    }

    private void play(Step step, WrongWay way, Rehearsal rehearsal) throws InterruptedException {
        rehearsal.type(way.commands());
        Optional<Verdict> verdict = rehearsal.check(step);
        if (verdict.isEmpty()) {
            problems.add(way.place() + ": the check of \"" + step.title() + "\" passes after the wrong way \""
                    + way.name() + "\"");
        } else if (!verdict.get().message().contains(way.says())) {
            problems.add(way.place() + ": after the wrong way \"" + way.name() + "\" the check should say \""
                    + way.says() + "\", but says \"" + verdict.get().message() + "\"");
        }
    }

    private void playSolution(Step step, OpenLab open) throws InterruptedException {
        Rehearsal rehearsal = new Rehearsal(open.shell(), commands);
        if (rehearsal.check(step).isEmpty()) {
            problems.add(step.place() + ": the check of \"" + step.title() + "\" passes before anything was done");
            return;
        }
        rehearsal.type(step.solution());
        Optional<Verdict> after = rehearsal.check(step);
        if (after.isPresent()) {
            problems.add(step.place() + ": the check of \"" + step.title() + "\" does not pass after the solution: \""
                    + after.get().sentence() + "\": " + after.get().message());
            return;
        }
        neutralChange(open);
        rehearsal
                .check(step)
                .ifPresent(verdict -> problems.add(
                        step.place() + ": the check of \"" + step.title() + "\" does not survive a neutral change: \""
                                + verdict.sentence() + "\": " + verdict.message()));
    }

    /** A commit elsewhere, which every step must tolerate. */
    private static void neutralChange(OpenLab open) {
        open.view().contributor("fleet").change("main", "docs/notes.md", "docs: a note", text -> text + "noted\n");
    }
}
