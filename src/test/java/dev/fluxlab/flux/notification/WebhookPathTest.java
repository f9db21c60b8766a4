package dev.fluxlab.flux.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxlab.flux.artifact.Sha256;
import org.junit.jupiter.api.Test;

class WebhookPathTest {

    @Test
    void the_path_is_the_digest_of_token_name_and_namespace() {
        assertThat(WebhookPath.of("secret", "hook", "flux-system"))
                .isEqualTo("/hook/" + Sha256.of("secrethookflux-system").substring(7))
                .matches("/hook/[0-9a-f]{64}");
    }

    @Test
    void another_token_is_another_path() {
        assertThat(WebhookPath.of("a", "hook", "ns")).isNotEqualTo(WebhookPath.of("b", "hook", "ns"));
    }
}
