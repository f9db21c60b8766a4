package dev.fluxlab.flux.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoDurationTest {

    @ParameterizedTest
    @CsvSource({
        "1m30s, PT1M30S, 1m30s",
        "10m, PT10M, 10m0s",
        "0s, PT0S, 0s",
        "1.5h, PT1H30M, 1h30m0s",
        "75.19ms, PT0.07519S, 75.19ms",
        "100us, PT0.0001S, 100µs",
        "30.0016s, PT30.0016S, 30.0016s",
    })
    void reads_and_prints_as_go_does(String text, Duration duration, String printed) {
        assertThat(GoDuration.parse(text)).isEqualTo(duration);
        assertThat(GoDuration.print(duration)).isEqualTo(printed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "m", "1m 30s", "-1m", "1d"})
    void refuses_what_is_no_duration(String text) {
        assertThatThrownBy(() -> GoDuration.parse(text)).hasMessageContaining("'" + text + "'");
    }

    @Test
    void a_field_left_out_has_its_default() {
        assertThat(GoDuration.parseOr("", Duration.ofMinutes(1))).isEqualTo(Duration.ofMinutes(1));
        assertThat(GoDuration.parseOr("2m", Duration.ofMinutes(1))).isEqualTo(Duration.ofMinutes(2));
    }
}
