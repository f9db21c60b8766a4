package dev.fluxlab.kube.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GoJsonSyntaxTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"a":        | unexpected end of JSON input
            {"a" 1}      | invalid character '1' after object key
            {"a":1 "b"}  | invalid character '"' after object key:value pair
            {a:1}        | invalid character 'a' looking for beginning of object key string
            [1 2]        | invalid character '2' after array element
            tru          | unexpected end of JSON input
            trux         | invalid character 'x' in literal true (expecting 'e')
            {} x         | invalid character 'x' after top-level value
            nope         | invalid character 'o' in literal null (expecting 'u')
            x            | invalid character 'x' looking for beginning of value
            """)
    void complains_as_go_does(String text, String complaint) {
        assertThat(GoJsonSyntax.complaint(text)).isEqualTo(complaint);
    }
}
