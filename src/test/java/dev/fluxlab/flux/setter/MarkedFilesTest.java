package dev.fluxlab.flux.setter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxlab.flux.policy.ElectedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkedFilesTest {

    private static final String MARKER = " # {\"$imagepolicy\": \"apps:web:tag\"}\n";
    private static final Setters SETTERS =
            new Setters().add("apps", "web", new ElectedImage("ghcr.io/acme/web", "2.4.1", ""));

    @TempDir
    Path folder;

    private String updated(String name, String text) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
        new MarkedFiles(folder, folder).update(SETTERS);
        return Files.readString(file);
    }

    @Test
    void mark_separators_and_empty_documents_go() throws Exception {
        String before = "\uFEFF---\na: 1\ntag: v1" + MARKER + "--- # next\n# nothing here\n---\nb: 2\n...\n";
        assertThat(updated("v.yaml", before)).isEqualTo("a: 1\ntag: 2.4.1" + MARKER + "---\nb: 2\n");
    }

    @Test
    void a_policy_without_digest_writes_empty_text() throws Exception {
        String marker = " # {\"$imagepolicy\": \"apps:web:digest\"}\n";
        assertThat(updated("v.yaml", "digest: old" + marker)).isEqualTo("digest: \"\"" + marker);
    }

    @Test
    void quotes_and_anchors_stay() throws Exception {
        assertThat(updated("v.yaml", "a: 'v1'" + MARKER + "b: &x \"v1\"" + MARKER))
                .isEqualTo("a: '2.4.1'" + MARKER + "b: &x \"2.4.1\"" + MARKER);
    }

    @Test
    void a_long_form_comment_sets_what_it_says() throws Exception {
        String reference = " # {\"$ref\": \"#/definitions/io.k8s.cli.setters.apps:web:tag\"}\n";
        String inPlace = " # {\"type\":\"string\",\"x-k8s-cli\":{\"setter\":{\"name\":\"x\",\"value\":\"7\"}}}\n";
        assertThat(updated("v.yaml", "t: v1" + MARKER + "r: v1" + reference + "i: v1" + inPlace))
                .isEqualTo("t: 2.4.1" + MARKER + "r: 2.4.1" + reference + "i: \"7\"" + inPlace);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.yaml", "b.yml", "deep/.hidden.yaml", "Kustomization"})
    void files_are_found_by_their_name(String name) throws Exception {
        assertThat(updated(name, "tag: v1" + MARKER)).isEqualTo("tag: 2.4.1" + MARKER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.json", "kustomization", "a.yaml.bak", "Kustomization.txt"})
    void other_files_are_left_alone(String name) throws Exception {
        assertThat(updated(name, "tag: v1" + MARKER)).isEqualTo("tag: v1" + MARKER);
    }

    @Test
    void a_list_at_the_root_skips_the_file() throws Exception {
        assertThat(updated("v.yaml", "- v1" + MARKER)).isEqualTo("- v1" + MARKER);
    }

    @Test
    void a_wide_sequence_stays_wide_and_flow_members_are_set() throws Exception {
        String before = "list:\n  - a\nflow: {a: 1,\n  tag: v1," + MARKER + "  b: 2}\n";
        assertThat(updated("v.yaml", before)).startsWith("list:\n  - a\nflow: {a: 1, tag: 2.4.1," + MARKER);
    }

    @Test
    void metadata_that_ends_up_empty_goes() throws Exception {
        assertThat(updated("v.yaml", "metadata: {}\ntag: v1" + MARKER)).isEqualTo("tag: 2.4.1" + MARKER);
    }

    @Test
    void a_link_that_leads_out_of_the_boundary_is_not_followed(@TempDir Path outside) throws Exception {
        Path target = outside.resolve("target.yaml");
        Files.writeString(target, "tag: v1" + MARKER);
        Files.createSymbolicLink(folder.resolve("link.yaml"), target);
        new MarkedFiles(folder, folder).update(SETTERS);
        assertThat(Files.readString(target)).isEqualTo("tag: v1" + MARKER);
    }
}
