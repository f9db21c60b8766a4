package dev.fluxlab.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxlab.course.Course;
import dev.fluxlab.course.Lab;
import dev.fluxlab.steps.Glossary;
import dev.fluxlab.steps.Unmet;
import dev.fluxlab.steps.Verdict;
import io.cucumber.java.en.Then;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SessionTest {

    private static final String LAB =
            """
            ---
            title: Two steps
            ---
            ## First
            ```console solution
            $ do it
            ```
            ```gherkin
            Then the door is open
            ```
            ```hint
            Look at the door.
            ```
            ## Second
            Read.
            """;

    /** A sentence about a door. */
    public static final class Door {
        private boolean open;

        @Then("the door is open")
        public void is_open() {
            if (!open) {
                throw new Unmet("an open door", "a closed one", "the door");
            }
        }
    }

    @TempDir
    Path root;

    private final Door door = new Door();
    private Lab lab;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(root.resolve("labs/01"));
        Files.writeString(root.resolve("labs/01/lab.md"), LAB);
        lab = Course.read(root).lab("01").orElseThrow();
    }

    private Session session() {
        return Session.resume(
                lab,
                Glossary.of(List.of(door)),
                Journal.open(root.resolve("journal.jsonl")),
                InstantSource.fixed(Instant.EPOCH));
    }

    @Test
    void a_step_that_does_not_hold_keeps_the_learner_there() {
        Session session = session();
        assertThat(session.check())
                .extracting(Verdict::message)
                .containsExactly("expected an open door; found a closed one. Look at the door.");
        assertThat(session.next()).isFalse();
    }

    @Test
    void progress_survives_a_restart() {
        Session session = session();
        session.check();
        door.open = true;
        session.check();
        assertThat(session.next()).isTrue();
        Session resumed = session();
        assertThat(resumed.current().title()).isEqualTo("Second");
        assertThat(resumed.isDone()).isTrue();
    }

    @Test
    void hints_are_given_one_by_one_until_there_are_no_more() {
        assertThat(session().hint()).hasValue("Look at the door.");
        assertThat(session().hint()).isEmpty();
    }

    @Test
    void a_sentence_outside_the_glossary_cannot_be_judged() {
        assertThat(Glossary.of(List.of(door)).judge("the window is open").status())
                .isEqualTo(Verdict.Status.NOT_JUDGED);
    }
}
