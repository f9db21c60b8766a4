package dev.fluxlab.flux.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgnoreRulesTest {

    @ParameterizedTest
    @CsvSource({
        ".git/config, true",
        ".gitignore, true",
        "sub/.gitignore, true",
        "logo.png, true",
        "docs/logo.PNG, false",
        ".github/workflows/ci.yml, true",
        "app/.sops.yaml, true",
        "app/deploy.yaml, false",
        "github/deploy.yaml, false",
    })
    void without_own_patterns_images_and_ci_files_are_left_out(String file, boolean out) {
        assertThat(rules("").excludes(file)).isEqualTo(out);
    }

    @Test
    void any_own_pattern_brings_images_and_ci_files_back() {
        IgnoreRules rules = rules("*.md\n");
        assertThat(rules.excludes("logo.png")).isFalse();
        assertThat(rules.excludes(".git/config")).isTrue();
        assertThat(rules.excludes("docs/README.md")).isTrue();
    }

    @Test
    void the_last_pattern_that_matches_counts() {
        IgnoreRules rules = rules("# all but one folder\n/*\n!/deploy\n");
        assertThat(rules.excludes("app/x.yaml")).isTrue();
        assertThat(rules.excludes("deploy/x.yaml")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/a/b, a/b/c.yaml, true",
        "a/b, x/a/b, false",
        "**/b, x/a/b, true",
        "a/**, a/b/c, true",
        "a/**/c, a/c, true",
        "tmp/, tmp, false",
        "tmp/, x/tmp/y, true",
        "v?.yaml, v1.yaml, true",
        "v[0-9].yaml, vx.yaml, false",
        "a.b, axb, false",
    })
    void patterns_are_those_of_gitignore(String pattern, String file, boolean out) {
        assertThat(rules(pattern).excludes(file)).isEqualTo(out);
    }

    @Test
    void an_ignore_file_counts_for_its_own_folder() {
        IgnoreRules rules = IgnoreRules.of(List.of(new IgnoreRules.Listed("app", "*.txt\n/only.yaml\n")), "");
        assertThat(rules.excludes("app/x/notes.txt")).isTrue();
        assertThat(rules.excludes("notes.txt")).isFalse();
        assertThat(rules.excludes("app/only.yaml")).isTrue();
        assertThat(rules.excludes("app/x/only.yaml")).isFalse();
    }

    private static IgnoreRules rules(String ignore) {
        return IgnoreRules.of(List.of(), ignore);
    }
}
