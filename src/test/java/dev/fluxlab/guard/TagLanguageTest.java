package dev.fluxlab.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.Pattern;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TagLanguageTest {

    private static final TagLanguage PRODUCTION = TagLanguage.of("^production-.*$");

    private static final List<String> TAGS = List.of(
            "production-v1.4.2-abc1234-1738860000",
            "staging-v1.5.0-aaa1111-1800000000",
            "not-production-v9.9.9-bad0bad-1800000000",
            "production",
            "production-",
            "PRODUCTION-v1",
            "latest",
            "production-v1x4x2-def5678-1700000200",
            "production-v1.4.2-rc.1-abc1234-1800000000",
            "1.2.3",
            "a",
            "aa",
            "ab-c_d.e",
            "sha256-0123456789abcdef.sig");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^production-v[0-9]+\\.[0-9]+\\.[0-9]+-[a-f0-9]+-(?P<ts>[0-9]+)$",
                "production-v",
                "^production-",
                "-[0-9]{10}$",
                "^(staging|production)-v1\\.[45]",
                "^production|latest$",
                "^(?:production|latest)$",
                "(?i)^production-v1$",
                "^[^s].*$",
                "^[[:alpha:]]+$",
                "^a{1,2}$",
                "^a?a$",
                "^\\w+$",
                "^[\\w.-]+$",
                "\\d+\\.\\d+\\.\\d+",
                "^.$",
                "^$",
                "",
                ".*",
                "^production-v(?P<v>\\d+\\.\\d+\\.\\d+)-.+?-(?P<ts>\\d+)$",
                "^sha256-[0-9a-f]{16}\\.sig$",
                "\\Aproduction\\z",
            })
    void holds_the_tags_that_re2_finds(String pattern) {
        TagLanguage language = TagLanguage.of(pattern);
        Pattern re2 = Pattern.compile(pattern);
        for (String tag : TAGS) {
            assertThat(language.contains(tag))
                    .as(pattern + " in " + tag)
                    .isEqualTo(re2.matcher(tag).find());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "^production-v[0-9]+$ ''",
                "^production-v1.2$ ''",
                "production-v[0-9]+ 0production-v0",
                "^(production|staging)-v[0-9]+$ staging-v0",
                "^p ''",
            })
    void finds_a_shortest_tag_outside_of_another_language(String pattern, String shortest) {
        if (pattern.equals("^p")) {
            assertThat(TagLanguage.of(pattern).counterExample(PRODUCTION)).hasValue("p");
        } else if (shortest.isEmpty()) {
            assertThat(TagLanguage.of(pattern).counterExample(PRODUCTION)).isEmpty();
        } else {
            assertThat(TagLanguage.of(pattern).counterExample(PRODUCTION)).hasValueSatisfying(tag -> assertThat(tag)
                    .hasSameSizeAs(shortest)
                    .doesNotStartWith("production-")
                    .matches(found -> Pattern.compile(pattern).matcher(found).find()));
        }
    }

    @Test
    void knows_a_pinned_pattern() {
        assertThat(TagLanguage.of("^production-v1\\.0\\.0-abc-1$").onlyTag()).hasValue("production-v1.0.0-abc-1");
        assertThat(TagLanguage.of("^production-v1.0\\.0-abc-1$").onlyTag()).isEmpty();
        assertThat(TagLanguage.of("production-v1\\.0\\.0-abc-1").onlyTag()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a(",
                "a)",
                "[a",
                "*a",
                "a{3,2}",
                "a{5000}",
                "\\bword\\b",
                "\\pL",
                "[z-a]",
                "(?x)a",
                "\\y",
                "((a{999}){99}){9}"
            })
    void refuses_what_it_cannot_judge(String pattern) {
        assertThatThrownBy(() -> TagLanguage.of(pattern))
                .isInstanceOf(PatternException.class)
                .hasMessageContaining("at sign");
    }
}
