package dev.fluxlab.workload.pod;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxlab.document.Obj;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ImageReferenceTest {

    @ParameterizedTest
    @CsvSource({
        "nginx, docker.io/library/nginx:latest, https://registry-1.docker.io/v2/library/nginx",
        "acme/web:1, docker.io/acme/web:1, https://registry-1.docker.io/v2/acme/web",
        "127.0.0.1:5000/acme/web:1, 127.0.0.1:5000/acme/web:1, http://127.0.0.1:5000/v2/acme/web",
        "localhost/web, localhost/web:latest, http://localhost/v2/web",
        "registry.example.com/web@sha256:ab, registry.example.com/web@sha256:ab, https://registry.example.com/v2/web",
        "registry.example.com/web:1@sha256:ab, registry.example.com/web@sha256:ab, https://registry.example.com/v2/web"
    })
    void what_a_name_leaves_out_is_filled_in(String name, String full, String endpoint) {
        ImageReference image = ImageReference.parse(name);
        assertThat(image.full()).isEqualTo(full);
        assertThat(image.endpoint()).isEqualTo(endpoint);
    }

    private static Obj secret(String configuration) {
        String data = Base64.getEncoder().encodeToString(configuration.getBytes(StandardCharsets.UTF_8));
        return Obj.of("data", Obj.of(".dockerconfigjson", data));
    }

    @Test
    void a_pull_secret_is_for_its_host_only() {
        Obj secret = secret("{\"auths\":{\"http://127.0.0.1:5000/v1/\":{\"username\":\"flux\",\"password\":\"p\"}}}");
        assertThat(PullSecrets.in(secret, "127.0.0.1:5000")).contains(new Login("flux", "p"));
        assertThat(PullSecrets.in(secret, "127.0.0.1:5001")).isEmpty();
    }

    @Test
    void a_pull_secret_may_hold_an_encoded_pair() {
        String pair = Base64.getEncoder().encodeToString("flux:p:q".getBytes(StandardCharsets.UTF_8));
        assertThat(PullSecrets.in(secret("{\"auths\":{\"r\":{\"auth\":\"" + pair + "\"}}}"), "r"))
                .contains(new Login("flux", "p:q"));
    }

    @Test
    void a_pull_secret_that_cannot_be_read_is_as_if_it_were_not_there() {
        assertThat(PullSecrets.in(secret("{"), "r")).isEmpty();
        assertThat(PullSecrets.in(Obj.of("data", Obj.of(".dockerconfigjson", "???")), "r"))
                .isEmpty();
    }
}
