package dev.fluxlab.flux.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff<String> backoff = new Backoff<>();

    @Test
    void waits_double_from_750_ms() {
        assertThat(IntStream.range(0, 4).mapToObj(i -> backoff.next("a").toMillis()))
                .containsExactly(750L, 1500L, 3000L, 6000L);
    }

    @Test
    void waits_end_at_a_quarter_of_an_hour() {
        IntStream.range(0, 100).forEach(i -> backoff.next("a"));
        assertThat(backoff.next("a")).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void a_success_and_another_object_start_anew() {
        backoff.next("a");
        backoff.forget("a");
        assertThat(backoff.next("a")).isEqualTo(Duration.ofMillis(750));
        assertThat(backoff.next("b")).isEqualTo(Duration.ofMillis(750));
    }
}
