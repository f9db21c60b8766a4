package dev.fluxlab.kube.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LabelSelectorTest {

    private static final Obj OBJECT = JsonText.read(
                    "{\"metadata\":{\"labels\":{\"app\":\"web\",\"tier\":\"back\",\"size\":\"5\",\"x.io/y\":\"\"}}}")
            .asObj()
            .orElseThrow();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "app=web",
                "app==web",
                "app!=db",
                "missing!=db",
                "app in (db,web)",
                "app notin (db)",
                "app",
                "!missing",
                "size>4",
                "size<6",
                "x.io/y=",
                "app=web,tier=back",
                " app = web , tier "
            })
    void selects_an_object(String selector) {
        assertThat(LabelSelector.parse(selector).matches(OBJECT)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"app=db", "app!=web", "app in (db)", "app notin (web)", "missing", "!app", "size>5", "app,tier=x"
            })
    void passes_an_object_over(String selector) {
        assertThat(LabelSelector.parse(selector).matches(OBJECT)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            a in         | unable to parse requirement: found '' expected: '('
            a in x       | unable to parse requirement: found 'x' expected: '('
            a,           | found '', expected: identifier after ','
            =a           | found '=', expected: !, identifier, or 'end of string'
            !            | unable to parse requirement: found '', expected: identifier
            a b          | unable to parse requirement: found 'b', expected: in, notin, =, ==, !=, gt, lt
            a=b c        | found 'c', expected: ',' or 'end of string'
            """)
    void says_what_it_cannot_read(String selector, String complaint) {
        assertThatThrownBy(() -> LabelSelector.parse(selector))
                .isInstanceOf(ApiException.class)
                .hasMessage(complaint);
    }
}
