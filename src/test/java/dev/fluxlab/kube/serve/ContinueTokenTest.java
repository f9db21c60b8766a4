package dev.fluxlab.kube.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ContinueTokenTest {

    @Test
    void is_the_token_that_the_real_server_gives() {
        // recorded: a list of configmaps that goes on after "ignore" at revision 287
        assertThat(ContinueToken.after(287, "ignore"))
                .hasToString("eyJ2IjoibWV0YS5rOHMuaW8vdjEiLCJydiI6Mjg3LCJzdGFydCI6Ii9pZ25vcmVcdTAwMDAifQ");
    }

    @Test
    void is_read_as_it_was_written() {
        ContinueToken token = ContinueToken.after(7, "ns/name");
        assertThat(ContinueToken.parse(token.toString())).isEqualTo(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "%%%", "e30", "eyJ2IjoibWV0YS5rOHMuaW8vdjEifQ"})
    void refuses_what_is_no_token(String text) {
        assertThatThrownBy(() -> ContinueToken.parse(text)).hasMessageStartingWith("continue key is not valid");
    }
}
