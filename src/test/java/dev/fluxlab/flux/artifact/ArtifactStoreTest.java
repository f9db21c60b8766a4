package dev.fluxlab.flux.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactStoreTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    Path root;

    private ArtifactStore store;

    @BeforeEach
    void open() {
        store = new ArtifactStore(root, () -> "127.0.0.1:9790");
    }

    @Test
    void a_stored_file_has_a_url_and_a_digest_that_verifies() throws IOException {
        ArtifactStore.Stored stored = write("gitrepository/ns/n/a.tar.gz", "hello", NOON);
        assertThat(stored.digest())
                .isEqualTo("sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
        assertThat(stored.size()).isEqualTo(5);
        assertThat(store.verifies("gitrepository/ns/n/a.tar.gz", stored.digest()))
                .isTrue();
        assertThat(store.verifies("gitrepository/ns/n/a.tar.gz", "sha256:00")).isFalse();
        assertThat(store.url("gitrepository/ns/n/a.tar.gz"))
                .isEqualTo("http://127.0.0.1:9790/gitrepository/ns/n/a.tar.gz");
    }

    @Test
    void a_write_that_fails_leaves_nothing() {
        assertThatThrownBy(() -> store.write("g/ns/n/a.tar.gz", NOON, out -> {
                    out.write(1);
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(root.resolve("g/ns/n")).isEmptyDirectory();
    }

    @Test
    void of_the_older_artifacts_one_is_kept_for_a_minute() throws IOException {
        write("g/ns/n/1", "1", NOON);
        write("g/ns/n/2", "2", NOON.plusSeconds(10));
        write("g/ns/n/3", "3", NOON.plusSeconds(20));
        assertThat(store.collect("g/ns/n", "g/ns/n/3", NOON.plusSeconds(20))).isEqualTo(1);
        assertThat(store.has("g/ns/n/2")).isTrue();
        assertThat(store.collect("g/ns/n", "g/ns/n/3", NOON.plusSeconds(71))).isEqualTo(1);
        assertThat(store.has("g/ns/n/3")).isTrue();
    }

    @Test
    void a_source_that_goes_takes_its_artifacts_along() throws IOException {
        write("g/ns/n/1", "1", NOON);
        assertThat(store.removeAll("g/ns/n")).isEqualTo(1);
        assertThat(store.removeAll("g/ns/n")).isZero();
    }

    @Test
    void a_path_that_climbs_out_is_refused() {
        assertThatThrownBy(() -> store.has("../../etc/passwd")).hasMessageContaining("../../etc/passwd");
    }

    private ArtifactStore.Stored write(String path, String content, Instant at) throws IOException {
        return store.write(path, at, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
    }
}
