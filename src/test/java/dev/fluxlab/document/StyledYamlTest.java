package dev.fluxlab.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxlab.document.StyledYaml.Sequences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StyledYamlTest {

    private static String reprinted(String text) {
        return StyledYaml.print(StyledYaml.read(text).orElseThrow(), Sequences.COMPACT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: 1 # one\nb:\n- x\n- y # why\n",
                "# head\n\n# second\na: 1\n",
                "a:\n  # above\n  b: 1\n  # below\nc: 2\n# end\n",
                "a: |-\n  x\n  y\nb: >-\n  long text\nc: \"q\"\nd: 'it''s'\n",
                "a: # after key\n  b: 1\n",
                "- # note\n  a: 1\n- b\n",
                "a: {b: c, d: [e, f]}\n",
                "x: &x 1\ny: *x\n",
            })
    void what_is_written_in_canonical_form_stays(String text) {
        assertThat(reprinted(text)).isEqualTo(text);
    }

    @Test
    void empty_lines_go_and_indentation_becomes_two() {
        assertThat(reprinted("a:\n    b:   1\n\n    c: [x,   y]\n")).isEqualTo("a:\n  b: 1\n  c: [x, y]\n");
    }

    @Test
    void a_comment_belongs_to_the_value_on_its_line() {
        StyledNode root =
                StyledYaml.read("a: v # note\nb: w\n").orElseThrow().children().get(0);
        assertThat(root.member("a").orElseThrow().lineComment()).isEqualTo("# note");
        assertThat(root.member("b").orElseThrow().lineComment()).isEmpty();
    }

    @Test
    void a_text_that_reads_as_number_is_quoted_when_set() {
        StyledNode document = StyledYaml.read("a: v1\n").orElseThrow();
        document.children().get(0).member("a").orElseThrow().setText("1.10");
        assertThat(StyledYaml.print(document, Sequences.COMPACT)).isEqualTo("a: \"1.10\"\n");
    }

    @Test
    void an_empty_text_has_no_document() {
        assertThat(StyledYaml.read("# nothing\n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: [", "a:\n\tb: 1\n", "a: *nowhere\n", "a: {{ x }}\nb: }"})
    void what_is_no_yaml_is_refused(String text) {
        assertThatThrownBy(() -> StyledYaml.read(text)).isInstanceOf(DocumentException.class);
    }
}
