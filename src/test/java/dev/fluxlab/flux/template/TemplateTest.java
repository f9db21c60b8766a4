package dev.fluxlab.flux.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

    private static final Map<String, Object> DATA =
            new TreeMap<>(Map.of("name", "web", "tags", List.of("a", "b"), "none", List.of(), "n", 3L));

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "x{{ .name }}y~xweby",
                "{{ if .none }}yes{{ else if .tags }}some{{ else }}no{{ end }}~some",
                "{{ with .name }}{{ . }}!{{ end }}~web!",
                "{{ range $i, $t := .tags }}{{ $i }}={{ $t }} {{ end }}~0=a 1=b ",
                "{{ range .none }}x{{ else }}empty{{ end }}~empty",
                "a {{- /* gone */ -}} b~ab",
                "{{ $x := .name }}{{ $x | upper | quote }}~\"WEB\"",
                "{{ printf \"%s-%d\" .name .n }}~web-3",
                "{{ range .tags }}{{ if eq . \"b\" }}{{ break }}{{ end }}{{ . }}{{ end }}~a",
                "{{ (index .tags 1) }}~b",
                "{{ .missing.deeper }}~<no value>",
            })
    void what_users_write_is_carried_out(String template, String expected) {
        assertThat(Template.parse("t", template).execute(DATA)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{{ range .tags }}~template: t:1: unexpected EOF",
                "{{ end }}~template: t:1: unexpected {{end}}",
                "{{ }}~template: t:1: missing value for command",
                "{{ $x }}~template: t:1: undefined variable \"$x\"",
                "{{ .name~template: t:1: unclosed action",
                "{{ uuidv4 }}~template: t:1: function \"uuidv4\" not defined",
                "{{ break }}~template: t:1: {{break}} outside {{range}}",
            })
    void what_is_no_template_is_refused_in_go_s_words(String template, String message) {
        assertThatThrownBy(() -> Template.parse("t", template))
                .isInstanceOf(TemplateException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{{ .name.first }}~template: t:1:8: executing \"t\" at <.name.first>: can't evaluate field first in type string",
                "{{ range .name }}{{ end }}~template: t:1:9: executing \"t\" at <.name>: range can't iterate over web",
                "{{ eq .n .name }}~template: t:1:3: executing \"t\" at <eq .n .name>: error calling eq: incompatible types for comparison",
            })
    void a_step_that_fails_says_where(String template, String message) {
        assertThatThrownBy(() -> Template.parse("t", template).execute(DATA))
                .isInstanceOf(TemplateException.class)
                .hasMessage(message);
    }
}
