package dev.fluxlab.forge.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxlab.document.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TemplateTest {

    private static final Scope GREEN = scope(false);
    private static final Scope RED = scope(true);

    private static Scope scope(boolean failed) {
        String contexts =
                """
                {"github": {"ref_name": "main", "repository": "acme/backend", "event": {"list": ["a", "b"]}},
                 "inputs": {"again": false, "count": 3, "tag": "Latest"},
                 "steps": {"build-it": {"outputs": {"digest": "sha256:1"}}},
                 "needs": {"a": {"result": "success"}}, "vars": {}, "secrets": {}, "env": {}}
                """;
        return new Scope(JsonText.read(contexts).asObj().orElseThrow(), failed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '"',
            textBlock =
                    """
            github.ref_name ~ main
            github['repository'] ~ acme/backend
            github.event.list[1] ~ b
            github.event.list[9] ~ ""
            steps.build-it.outputs.digest ~ sha256:1
            vars.MISSING ~ ""
            vars.MISSING || 'otherwise' ~ otherwise
            inputs.again && 'yes' || 'no' ~ no
            inputs.tag == 'latest' ~ true
            inputs.count >= 3 ~ true
            inputs.count < 3 ~ false
            '2' == 2 ~ true
            null == 0 ~ true
            !inputs.again ~ true
            !(inputs.again || inputs.count == 3) ~ false
            'it''s' ~ it's
            contains('Hello', 'ELL') ~ true
            contains(github.event.list, 'b') ~ true
            startsWith(github.ref_name, 'ma') ~ true
            endsWith(github.ref_name, 'x') ~ false
            format('{0}-{1} {{x}}', 'a', 2) ~ a-2 {x}
            join(github.event.list, '+') ~ a+b
            fromJSON('{"x": [1, 2]}').x[1] ~ 2
            toJSON(inputs.again) ~ false
            """)
    void an_expression_has_its_value(String expression, String value) {
        assertThat(Template.render("<${{ " + expression + " }}>", GREEN)).isEqualTo("<" + value + ">");
    }

    @Test
    void a_text_keeps_what_stands_around_its_expressions() {
        assertThat(Template.render("a ${{ 'x}}y' }} b ${{github.ref_name}} $HOME {{c}}", GREEN))
                .isEqualTo("a x}}y b main $HOME {{c}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "github.ref_name ==",
                "nothing.x",
                "hashFiles('x')",
                "contains('a')",
                "a b",
                "'open",
                "github.*.x",
                "(1",
                "main"
            })
    void an_expression_that_cannot_be_is_refused(String expression) {
        assertThatThrownBy(() -> Template.parse("${{ " + expression + " }}")).isInstanceOf(ExpressionException.class);
    }

    @Test
    void a_function_that_is_not_supported_is_named() {
        assertThatThrownBy(() -> Template.parse("${{ hashFiles('**/x') }}"))
                .hasMessageContaining("the function hashFiles is not supported")
                .hasMessageContaining("fromJSON");
    }

    @Test
    void a_condition_holds_after_a_failure_only_when_it_asks_for_it() {
        assertThat(Template.holds("", GREEN)).isTrue();
        assertThat(Template.holds("", RED)).isFalse();
        assertThat(Template.holds("github.ref_name == 'main'", RED)).isFalse();
        assertThat(Template.holds("${{ always() }}", RED)).isTrue();
        assertThat(Template.holds("failure() && github.ref_name == 'main'", RED))
                .isTrue();
        assertThat(Template.holds("failure()", GREEN)).isFalse();
        assertThat(Template.holds("inputs.again", GREEN)).isFalse();
    }
}
