package dev.fluxlab.flux.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxlab.flux.api.GitRef;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GitTargetTest {

    private static final String A = "a".repeat(40);
    private static final String B = "b".repeat(40);
    private static final RemoteRefs REFS = new RemoteRefs(Map.of(
            "refs/heads/main", A,
            "refs/heads/master", B,
            "refs/heads/feature/x", B,
            "refs/tags/v1.2.3", B,
            "refs/tags/v1.10.0", A,
            "refs/tags/nightly", A));

    @Test
    void each_way_to_name_a_commit_has_its_revision() throws GitFailure {
        assertThat(find(new GitRef("main", "", "", "", ""))).isEqualTo("main@sha1:" + A);
        assertThat(find(GitRef.NONE)).isEqualTo("master@sha1:" + B);
        assertThat(find(new GitRef("feature/x", "", "", "", ""))).isEqualTo("feature/x@sha1:" + B);
        assertThat(find(new GitRef("", "v1.2.3", "", "", ""))).isEqualTo("v1.2.3@sha1:" + B);
        assertThat(find(new GitRef("", "", ">=1.0.0", "", ""))).isEqualTo("v1.10.0@sha1:" + A);
        assertThat(find(new GitRef("", "", "", "refs/heads/main", ""))).isEqualTo("refs/heads/main@sha1:" + A);
        assertThat(find(new GitRef("", "", "", "", B))).isEqualTo("sha1:" + B);
        assertThat(find(new GitRef("main", "", "", "", B))).isEqualTo("main@sha1:" + B);
    }

    @Test
    void commit_name_tag_semver_and_branch_count_in_that_order() throws GitFailure {
        assertThat(find(new GitRef("main", "v1.2.3", "1.x", "refs/heads/main", "")))
                .startsWith("refs/heads/main@");
        assertThat(find(new GitRef("main", "v1.2.3", ">=1.0.0", "", ""))).startsWith("v1.2.3@");
        assertThat(find(new GitRef("main", "", ">=1.0.0", "", ""))).startsWith("v1.10.0@");
    }

    @Test
    void what_is_not_there_is_told_as_the_git_library_tells_it() {
        assertThatThrownBy(() -> find(new GitRef("nope", "", "", "", "")))
                .hasMessage("couldn't find remote ref \"refs/heads/nope\"");
        assertThatThrownBy(() -> find(new GitRef("", "nope", "", "", "")))
                .hasMessage("couldn't find remote ref \"refs/tags/nope\"");
        assertThatThrownBy(() -> find(new GitRef("", "", ">=2.0.0", "", "")))
                .hasMessage("no match found for semver: >=2.0.0");
        assertThatThrownBy(() -> find(new GitRef("", "", "not a range", "", "")))
                .hasMessageStartingWith("semver parse error: improper constraint");
        assertThatThrownBy(() -> find(new GitRef("", "", "", "refs/pull/7/head", "")))
                .hasMessage("unable to resolve ref 'refs/pull/7/head' to a specific commit");
        assertThatThrownBy(() -> GitTarget.find(GitRef.NONE, new RemoteRefs(Map.of())))
                .hasMessage("remote repository is empty");
    }

    @Test
    void an_advertisement_is_read_with_tags_peeled() throws GitFailure {
        String text =
                "001e# service=git-upload-pack\n0000" + line(A + " HEAD\0side-band-64k") + line(A + " refs/heads/main")
                        + line("c".repeat(40) + " refs/tags/v1") + line(B + " refs/tags/v1^{}") + "0000";
        RemoteRefs refs = RemoteRefs.parse(text.getBytes(StandardCharsets.UTF_8));
        assertThat(refs.commit("refs/heads/main")).contains(A);
        assertThat(refs.commit("refs/tags/v1")).contains(B);
    }

    @Test
    void a_cut_or_foreign_advertisement_is_refused() {
        assertThatThrownBy(() -> RemoteRefs.parse("00ff cut".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("unexpected EOF");
        assertThatThrownBy(() -> RemoteRefs.parse("<html></html>".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("invalid pkt-len found");
    }

    private static String line(String text) {
        return String.format("%04x", text.length() + 5) + text + "\n";
    }

    private static String find(GitRef ref) throws GitFailure {
        return GitTarget.find(ref, REFS).revision();
    }
}
