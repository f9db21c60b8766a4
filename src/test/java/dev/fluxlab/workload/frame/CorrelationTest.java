package dev.fluxlab.workload.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import dev.fluxlab.workload.frame.Correlation.Told;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class CorrelationTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Obj WEB = JsonText.read("{\"kind\":\"Deployment\",\"metadata\":{\"name\":\"web\"}}")
            .obj();

    private final Correlation correlation = new Correlation();

    private Told tell(String message, Instant now) {
        return correlation.tell("deployment-controller", Happening.normal(WEB, "ScalingReplicaSet", message), now);
    }

    @Test
    void the_same_words_are_the_same_event() {
        assertThat(tell("one", NOON).same()).isEqualTo(tell("one", NOON).same());
        assertThat(tell("one", NOON).same()).isNotEqualTo(tell("two", NOON).same());
    }

    @Test
    void from_the_tenth_message_on_they_are_told_as_one() {
        for (int i = 1; i < 10; i++) {
            assertThat(tell("message " + i, NOON).message()).isEqualTo("message " + i);
        }
        Told tenth = tell("message 10", NOON);
        Told eleventh = tell("message 11", NOON);
        assertThat(tenth.message()).isEqualTo("(combined from similar events): message 10");
        assertThat(eleventh.same()).isEqualTo(tenth.same());
    }

    @Test
    void ten_minutes_of_silence_end_the_combining() {
        for (int i = 1; i <= 10; i++) {
            tell("message " + i, NOON);
        }
        assertThat(tell("later", NOON.plus(Duration.ofMinutes(11))).message()).isEqualTo("later");
    }

    @Test
    void messages_about_another_object_do_not_count() {
        for (int i = 1; i <= 10; i++) {
            tell("message " + i, NOON);
        }
        Obj other = JsonText.read("{\"kind\":\"Deployment\",\"metadata\":{\"name\":\"api\"}}")
                .obj();
        Happening happening = Happening.normal(other, "ScalingReplicaSet", "first");
        assertThat(correlation.tell("deployment-controller", happening, NOON).message())
                .isEqualTo("first");
    }
}
