package dev.fluxlab.flux.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarballTest {

    private static final String DEEP = "a/".repeat(90) + "deployment.yaml";
    private static final String LONG = "x".repeat(180) + ".yaml";

    @TempDir
    Path folder;

    @Test
    void files_come_back_as_they_went_in() throws IOException {
        extract(pack(
                member("b.yaml", "b: 1\n"), member("a/run.sh", "#!/bin/sh\n"), member(DEEP, "d"), member(LONG, "l")));
        assertThat(folder.resolve("b.yaml")).hasContent("b: 1\n");
        assertThat(folder.resolve("a/run.sh")).hasContent("#!/bin/sh\n").isExecutable();
        assertThat(folder.resolve(DEEP)).hasContent("d");
        assertThat(folder.resolve(LONG)).hasContent("l");
    }

    @Test
    void the_order_of_the_files_does_not_change_the_bytes() throws IOException {
        Tarball.Member one = member("a.yaml", "1");
        Tarball.Member other = member("a/b.yaml", "2");
        assertThat(pack(one, other)).isEqualTo(pack(other, one));
    }

    @Test
    void an_archive_beyond_the_limit_is_refused() throws IOException {
        byte[] packed = pack(member("big.bin", "0123456789"));
        assertThatThrownBy(() -> Tarball.extract(new ByteArrayInputStream(packed), folder, 9))
                .hasMessageContaining("big.bin")
                .hasMessageContaining("9 bytes");
    }

    @Test
    void an_entry_that_climbs_out_is_refused() throws IOException {
        byte[] packed = pack(member("../out.yaml", "x"));
        assertThatThrownBy(() -> extract(packed)).hasMessageContaining("\"../");
        assertThat(folder.resolveSibling("out.yaml")).doesNotExist();
    }

    @Test
    void what_is_no_gzip_is_refused_with_gos_words() {
        assertThatThrownBy(() -> extract("plain".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("requires gzip-compressed body: gzip: invalid header");
    }

    @Test
    void a_truncated_archive_is_refused() throws IOException {
        ByteArrayOutputStream half = new ByteArrayOutputStream();
        try (OutputStream zipped = new GZIPOutputStream(half)) {
            zipped.write(new byte[] {'a', 'b'});
        }
        assertThatThrownBy(() -> extract(half.toByteArray())).hasMessage("unexpected EOF");
    }

    private void extract(byte[] packed) throws IOException {
        Tarball.extract(new ByteArrayInputStream(packed), folder, 1 << 20);
    }

    private static byte[] pack(Tarball.Member... members) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Tarball.write(List.of(members), out);
        return out.toByteArray();
    }

    private static Tarball.Member member(String path, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return new Tarball.Member(path, path.endsWith(".sh"), bytes.length, out -> out.write(bytes));
    }

    @Test
    void an_empty_archive_is_no_error() throws IOException {
        extract(pack());
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }
}
