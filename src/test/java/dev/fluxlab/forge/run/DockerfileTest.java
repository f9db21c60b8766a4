package dev.fluxlab.forge.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DockerfileTest {

    @Test
    void labels_take_their_values_from_arguments() throws Exception {
        Dockerfile read = Dockerfile.read(
                "Dockerfile",
                """
                # a service
                FROM scratch
                ARG VERSION=0.0.0
                ARG REVISION
                LABEL a="${VERSION} x" \\
                      b=$REVISION
                COPY app/ VERSION /srv/
                CMD ["/srv/app"]
                """,
                Map.of("VERSION", "1.2.3"));
        assertThat(read.labels()).containsExactly(Map.entry("a", "1.2.3 x"), Map.entry("b", ""));
        assertThat(read.copies()).containsExactly(List.of("app/", "VERSION", "/srv/"));
    }

    @Test
    void what_needs_a_container_is_refused_with_its_line() {
        assertThatThrownBy(() -> Dockerfile.read("Dockerfile", "FROM scratch\nRUN make\n", Map.of()))
                .hasMessageStartingWith("Dockerfile:2: RUN is not supported");
        assertThatThrownBy(() -> Dockerfile.read("Dockerfile", "FROM debian\n", Map.of()))
                .hasMessageStartingWith("Dockerfile:1: FROM debian is not supported");
        assertThatThrownBy(() -> Dockerfile.read("Dockerfile", "COPY --from=x a b\n", Map.of()))
                .hasMessageStartingWith("Dockerfile:1: only COPY");
    }
}
