package dev.fluxlab.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class YamlTextTest {

    @Test
    void reads_booleans_and_numbers_as_kubernetes_does() {
        assertThat(YamlText.read("{a: yes, b: 0x10, c: 1e3, d: 'yes', e: y, f: 010, g: null}"))
                .hasToString("{\"a\":true,\"b\":16,\"c\":1000,\"d\":\"yes\",\"e\":true,\"f\":8,\"g\":null}");
    }

    @Test
    void a_key_written_twice_is_an_error_with_its_line() {
        assertThatThrownBy(() -> YamlText.read("a: 1\nb: 2\na: 3\n"))
                .isInstanceOfSatisfying(
                        DocumentException.class, e -> assertThat(e.position()).hasValue(new Position(3, 1)));
    }

    @Test
    void says_where_each_value_stands() {
        YamlText.Located document =
                YamlText.readLocated("spec:\n  tags:\n  - one\n  - two\n").get(0);
        assertThat(document.at("/spec/tags/1")).isEqualTo(new Position(4, 5));
        assertThat(document.at("/spec/none")).isEqualTo(new Position(2, 3));
    }

    @Test
    void prints_text_that_reads_as_another_type_in_quotes() {
        Json value = JsonText.read(
                "{\"a\":\"yes\",\"b\":\"1\",\"c\":[{\"d\":\"x: y\"},[]],\"e\":\"two\\nlines\\n\",\"f\":\"\"}");
        assertThat(YamlText.print(value))
                .isEqualTo("a: \"yes\"\nb: \"1\"\nc:\n- d: 'x: y'\n- []\ne: |\n  two\n  lines\nf: \"\"\n");
    }

    @Test
    void an_alias_bomb_is_refused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 9; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(10)));
        }
        assertThatThrownBy(() -> YamlText.read(bomb.toString())).isInstanceOf(DocumentException.class);
    }
}
