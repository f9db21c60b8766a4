package dev.fluxlab.flux.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HmacTest {

    private static final byte[] BODY = "what do ya want for nothing?".getBytes(StandardCharsets.UTF_8);

    /** The second test case of RFC 4231. */
    private static final String SIGNED = "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

    @Test
    void a_body_is_signed_in_lower_case_hex() {
        assertThat(Hmac.sign("sha256", "Jefe", BODY)).isEqualTo(SIGNED);
    }

    @Test
    void only_the_right_token_body_and_algorithm_verify() {
        assertThat(Hmac.verifies(SIGNED, "Jefe", BODY)).isTrue();
        assertThat(Hmac.verifies(SIGNED, "jefe", BODY)).isFalse();
        assertThat(Hmac.verifies(SIGNED, "Jefe", new byte[0])).isFalse();
        assertThat(Hmac.verifies(SIGNED.replace("sha256", "sha1"), "Jefe", BODY))
                .isFalse();
        assertThat(Hmac.verifies("", "Jefe", BODY)).isFalse();
        assertThat(Hmac.verifies("md5=00", "Jefe", BODY)).isFalse();
    }

    @Test
    void an_unknown_algorithm_cannot_sign() {
        assertThatThrownBy(() -> Hmac.sign("md5", "Jefe", BODY)).hasMessageContaining("'md5'");
    }
}
