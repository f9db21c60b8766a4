package dev.fluxlab.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CourseTest {

    private static final String LAB =
            """
            ---
            title: Promotion
            objectives: [promote a digest]
            quiz: 01-promotion
            ---
            Why it matters.

            ## Promote it

            Read this.

            ```console
            $ git log \\
                -1
            …
            ```

            ```console solution
            $ gh workflow run promote
            ```

            ```console wrong=rebuild
            $ crane copy a b
            ```
            > Says: another digest

            ```gherkin
            # the proof
            Then production runs the digest that staging ran
            ```

            ```hint
            Look at the workflow.
            ```

            ## Read on

            Only text.
            """;

    private static final String QUIZ =
            """
            ---
            title: About promotion
            ---
            ## Why not rebuild
            step: promote-it

            Pick one.

            - [x] The bytes differ
              > Yes.
            - [ ] It is slow
              > Speed is not the point.

            ## Which tag
            = production
            = /^prod/

            ## What runs
            = {the digest production runs}

            ## Explain
            - /same digest/
              > Say what stays the same.
            """;

    @TempDir
    Path root;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(root.resolve("labs/01-promotion"));
        Files.createDirectories(root.resolve("quiz"));
        lab(LAB);
        quiz(QUIZ);
    }

    private void lab(String text) throws IOException {
        Files.writeString(root.resolve("labs/01-promotion/lab.md"), text);
    }

    private void quiz(String text) throws IOException {
        Files.writeString(root.resolve("quiz/01-promotion.md"), text);
    }

    @Test
    void a_step_is_read_with_all_that_its_fences_say() {
        Step step = Course.read(root)
                .lab("01-promotion")
                .orElseThrow()
                .step("promote-it")
                .orElseThrow();
        assertThat(step.shown()).extracting(Command::line).containsExactly("git log -1");
        assertThat(step.shown().get(0).output()).containsExactly("…");
        assertThat(step.solution()).extracting(Command::line).containsExactly("gh workflow run promote");
        assertThat(step.wrongWays()).extracting(WrongWay::says).containsExactly("another digest");
        assertThat(step.check())
                .containsExactly(new Sentence(
                        "Then",
                        "production runs the digest that staging ran",
                        new Place("labs/01-promotion/lab.md", 29)));
        assertThat(step.hints()).containsExactly("Look at the workflow.");
    }

    @Test
    void what_is_hidden_is_not_in_the_text_a_learner_reads() {
        Step step = Course.read(root)
                .lab("01-promotion")
                .orElseThrow()
                .step("promote-it")
                .orElseThrow();
        assertThat(step.text())
                .contains("Read this.")
                .doesNotContain("gh workflow")
                .doesNotContain("Says:")
                .doesNotContain("Then production")
                .doesNotContain("Look at");
    }

    @Test
    void a_sound_course_has_no_fault() {
        assertThat(Course.read(root).faults()).isEmpty();
    }

    @Test
    void each_kind_of_question_judges_its_answers() {
        Quiz quiz = Course.read(root).quiz("01-promotion").orElseThrow();
        Answer.Choice choice = (Answer.Choice) quiz.questions().get(0).answer();
        assertThat(choice.judge(Set.of(1)).right()).isTrue();
        assertThat(choice.judge(Set.of(2))).isEqualTo(new Answer.Judgement(false, "2) Speed is not the point."));
        Answer.Short word = (Answer.Short) quiz.questions().get(1).answer();
        assertThat(word.judge(" Production ").right()).isTrue();
        assertThat(word.judge("prod-1").right()).isTrue();
        assertThat(word.judge("staging").right()).isFalse();
        assertThat(quiz.questions().get(2).answer()).isEqualTo(new Answer.Keyed("the digest production runs", ""));
        Answer.Open open = (Answer.Open) quiz.questions().get(3).answer();
        assertThat(open.judge("It is the SAME digest.").right()).isTrue();
        assertThat(open.judge("No idea.").feedback()).isEqualTo("Say what stays the same.");
    }

    @Test
    void every_fault_is_found_at_once_with_its_line() throws IOException {
        lab(LAB.replace("> Says: another digest", "")
                .replace("Then production", "production")
                .replace("Look at the workflow.", "Type gh workflow run promote."));
        quiz(QUIZ.replace("  > Speed is not the point.\n", "")
                .replace("promote-it", "nowhere")
                .replace("/^prod/", "/(/"));
        assertThat(Course.read(root).faults())
                .extracting(Fault::toString)
                .anySatisfy(
                        fault -> assertThat(fault).startsWith("labs/01-promotion/lab.md:22: the wrong way \"rebuild\""))
                .anySatisfy(fault -> assertThat(fault).contains("begin it with Given, When, Then"))
                .anySatisfy(fault -> assertThat(fault).contains("gives away the solution line"))
                .anySatisfy(fault -> assertThat(fault).contains("does not say why"))
                .anySatisfy(fault -> assertThat(fault).contains("\"step: nowhere\" is no step"))
                .anySatisfy(fault -> assertThat(fault).contains("cannot compile"));
    }

    @Test
    void a_file_without_front_matter_is_a_fault_and_not_a_crash() throws IOException {
        lab("# Just text\n");
        assertThat(Course.read(root).faults())
                .extracting(Fault::message)
                .anySatisfy(message -> assertThat(message).contains("no front matter"))
                .anySatisfy(message -> assertThat(message).contains("no step"));
    }
}
