package dev.fluxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class MainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    @Test
    void help_names_the_exit_codes_and_hides_the_rehearsal() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("Exit codes", "could not be judged").doesNotContain("rehearse");
    }

    @Test
    void an_unknown_option_is_wrong_usage_and_points_to_the_help() {
        assertThat(run("--hepl")).isEqualTo(2);
        assertThat(err.toString()).contains("--hepl", "See: fluxlab --help");
    }

    @Test
    void an_unknown_command_is_wrong_usage() {
        assertThat(run("downn")).isEqualTo(2);
        assertThat(err.toString()).contains("downn");
    }
}
