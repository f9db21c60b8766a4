package dev.fluxlab.cli.lab;

import dev.fluxlab.course.Answer;
import dev.fluxlab.course.Question;
import dev.fluxlab.course.Quiz;
import dev.fluxlab.session.Session;
import dev.fluxlab.shell.Output;
import dev.fluxlab.shell.ShellCommand;
import dev.fluxlab.steps.WorldKeys;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code quiz} asks the next open question; {@code quiz N} asks one again; {@code answer …} answers it. Two commands
 * rather than a dialogue, so that it works in a pipe too.
 */
final class QuizCommand {

    private final Quiz quiz;
    private final Session session;
    private final WorldKeys keys;
    private int asked = -1;

    QuizCommand(Quiz quiz, Session session, WorldKeys keys) {
        this.quiz = quiz;
        this.session = session;
        this.keys = keys;
    }

    List<ShellCommand> all() {
        return List.of(
                Simple.of("quiz", "asks a question; \"quiz 3\" asks the third", this::ask),
                Simple.of("answer", "answers the question that was asked", this::answer));
    }

    private int ask(List<String> words, Output out) {
        asked = words.isEmpty() ? nextOpen() : number(words.get(0));
        if (asked < 0) {
            out.line(out.good("Every question is answered right.") + " \"quiz 1\" asks the first again.");
            return 0;
        }
        Question question = quiz.questions().get(asked);
        out.line("");
        out.line(
                out.strong("Question " + (asked + 1) + " of " + quiz.questions().size() + " · " + question.title()));
        out.line("");
        out.prose(question.text());
        out.line("");
        out.prose(choices(question.answer()));
        return 0;
    }

    private static String choices(Answer answer) {
        if (answer instanceof Answer.Choice choice) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < choice.options().size(); i++) {
                text.append(i + 1)
                        .append(". ")
                        .append(choice.options().get(i).text())
                        .append('\n');
            }
            return text + "\nAnswer with: answer " + (choice.takesSeveral() ? "1 3 (several are right)" : "2");
        }
        return "Answer with: answer your words";
    }

    private int nextOpen() {
        for (int i = 0; i < quiz.questions().size(); i++) {
            if (!session.isAnsweredRight(quiz.questions().get(i))) {
                return i;
            }
        }
        return -1;
    }

    private int number(String word) {
        if (!word.matches("[0-9]{1,3}")
                || Integer.parseInt(word) < 1
                || Integer.parseInt(word) > quiz.questions().size()) {
            throw new IllegalArgumentException(
                    "the questions are numbered 1 to " + quiz.questions().size() + ", found \"" + word + "\"");
        }
        return Integer.parseInt(word) - 1;
    }

    private int answer(List<String> words, Output out) {
        if (asked < 0) {
            throw new IllegalArgumentException("no question has been asked; \"quiz\" asks one");
        }
        Question question = quiz.questions().get(asked);
        Answer.Judgement judgement = judge(question, words);
        session.answered(question, String.join(" ", words), judgement);
        out.line(judgement.right() ? out.good("✔ Right.") : out.bad("✗ Not right."));
        out.prose(judgement.feedback());
        if (!judgement.right()) {
            question.step().ifPresent(step -> out.line("The step \"" + step + "\" teaches it: goto " + step));
        }
        return judgement.right() ? 0 : 1;
    }

    private Answer.Judgement judge(Question question, List<String> words) {
        String given = String.join(" ", words);
        if (question.answer() instanceof Answer.Choice choice) {
            return choice.judge(numbers(words));
        }
        if (question.answer() instanceof Answer.Short few) {
            return few.judge(given);
        }
        if (question.answer() instanceof Answer.Open open) {
            return open.judge(given);
        }
        Answer.Keyed keyed = (Answer.Keyed) question.answer();
        Optional<String> key = keys.value(keyed.sentence());
        boolean right = key.isPresent()
                && !given.isBlank()
                && key.get().contains(given.strip())
                && given.strip().length() >= 12;
        return new Answer.Judgement(right, keyed.feedback());
    }

    private static Set<Integer> numbers(List<String> words) {
        return words.stream()
                .flatMap(word -> Arrays.stream(word.split(",", -1)))
                .filter(word -> word.matches("[0-9]{1,3}"))
                .map(Integer::parseInt)
                .collect(Collectors.toSet());
    }
}
