package dev.fluxlab.workload.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BackoffTest {

    private final Backoff<String> backoff = new Backoff<>(Duration.ofMillis(5), Duration.ofMillis(30));

    @Test
    void each_failure_doubles_the_wait_up_to_the_longest() {
        assertThat(backoff.next("a")).isEqualTo(Duration.ofMillis(5));
        assertThat(backoff.next("a")).isEqualTo(Duration.ofMillis(10));
        assertThat(backoff.next("a")).isEqualTo(Duration.ofMillis(20));
        assertThat(backoff.next("a")).isEqualTo(Duration.ofMillis(30));
    }

    @Test
    void a_success_begins_anew_and_keys_do_not_share() {
        backoff.next("a");
        assertThat(backoff.next("b")).isEqualTo(Duration.ofMillis(5));
        backoff.forget("a");
        assertThat(backoff.next("a")).isEqualTo(Duration.ofMillis(5));
    }
}
