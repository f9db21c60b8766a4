package dev.fluxlab.kustomize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxlab.document.Obj;
import dev.fluxlab.document.YamlText;
import dev.fluxlab.kustomize.Substitution.Strategy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The results and errors are those of Flux's own library (fluxcd/pkg/envsubst 1.8.0). */
final class SubstitutionTest {

    private static final Map<String, String> VARIABLES =
            Map.of("v", "hello/world", "w", "ábab*ab", "e", "", "port", "8080");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "${v}|hello/world",
                "${none:=d}|d",
                "${e:-d}|d",
                "${e=d}|d",
                "${v:+d}|hello/world",
                "${none:?d}|d",
                "${none:=${e:=deep}}|deep",
                "${none:=a${v}b}|ahello/worldb",
                "$v|$v",
                "$$v|$v",
                "$${v}|${v}",
                "${v:0:5}|hello",
                "${v:6}|world",
                "${v:-5}|hello/world",
                "${v: -5}|hello/world",
                "${v:0:-6}|hello",
                "${v:99}|``",
                "${#v}|11",
                "${#w}|8",
                "${v^}|Hello/world",
                "${v^^}|HELLO/WORLD",
                "${v,,}|hello/world",
                "${v#*/}|world",
                "${v##*o}|rld",
                "${v%/*}|hello",
                "${v%%l*}|he",
                "${v/o/0}|hell0/world",
                "${v//o/0}|hell0/w0rld",
                "${v/#hel/HEL}|HELlo/world",
                "${v/%ld/LD}|hello/worLD",
                "${v/\\//-}|hello-world",
                "a ${v} b ${e} c|a hello/world b  c",
            })
    void expands_as_flux_does(String template, String expected) {
        assertThat(new Template(template, VARIABLES, true).expand()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${none}|variable not set (strict mode): \"none\"",
                "${none^^}|variable not set (strict mode): \"none\"",
                "${v-d}|missing closing brace",
                "${v|missing closing brace",
                "${a.b}|missing closing brace",
                "${}|unable to parse variable name",
                "${{ x }}|unable to parse variable name",
                "${v/a}|bad substitution",
                "${v^^x}|bad substitution",
                "${#v-}|bad substitution",
                "${v:}|unable to parse substitution within function",
                "${v:=d|unable to parse substitution within function",
            })
    void fails_as_flux_does(String template, String message) {
        assertThatThrownBy(() -> new Template(template, VARIABLES, true).expand())
                .hasMessage(message);
    }

    @Test
    void without_strictness_a_variable_that_is_not_set_is_empty() {
        assertThat(new Template("[${none}]", VARIABLES, false).expand()).isEqualTo("[]");
    }

    @Test
    void an_object_is_told_when_a_variable_is_not_set() {
        Substitution strict = new Substitution(VARIABLES, Strategy.WITH_VARIABLES, true);
        assertThatThrownBy(() -> strict.apply(configMap("data: {a: '${nope}'}")))
                .isInstanceOf(KustomizeException.class)
                .hasMessage("post build failed for 'ConfigMap.v1.[noGrp]/vars': envsubst error: variable substitution"
                        + " failed: variable not set (strict mode): \"nope\"");
    }

    @Test
    void a_fault_in_the_grammar_counts_before_a_variable_that_is_not_set() {
        Substitution strict = new Substitution(VARIABLES, Strategy.WITH_VARIABLES, true);
        assertThatThrownBy(() -> strict.apply(configMap("data: {a: '${nope}', b: '${v-d}'}")))
                .hasMessageEndingWith("variable substitution failed: missing closing brace");
    }

    @Test
    void a_key_that_is_no_name_of_a_variable_breaks_the_build() {
        Substitution named = new Substitution(Map.of("my-key", "x"), Strategy.WITH_VARIABLES, true);
        assertThatThrownBy(() -> named.apply(configMap("data: {}")))
                .hasMessage("post build failed for 'ConfigMap.v1.[noGrp]/vars': envsubst error: 'my-key' var name is"
                        + " invalid, must match '^[_[:alpha:]][_[:alpha:][:digit:]]*$'");
    }

    @Test
    void a_number_in_quotes_loses_them() {
        Substitution loose = new Substitution(VARIABLES, Strategy.WITH_VARIABLES, true);
        assertThat(loose.apply(configMap("spec: {port: '${port}'}")).at("spec", "port"))
                .hasValueSatisfying(port -> assertThat(port.asLong()).hasValue(8080L));
    }

    @Test
    void an_object_can_be_left_out_by_label_or_annotation() {
        Substitution strict = new Substitution(VARIABLES, Strategy.WITH_VARIABLES, true);
        for (String texts : new String[] {"labels", "annotations"}) {
            Obj left = (Obj) YamlText.read("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  " + texts
                    + ": {kustomize.toolkit.fluxcd.io/substitute: disabled}\ndata: {a: '${nope}'}\n");
            assertThat(strict.apply(left)).isEqualTo(left);
        }
    }

    @Test
    void without_variables_nothing_happens_unless_it_is_to_happen_always() {
        Obj object = configMap("data: {a: '${none:=d}'}");
        assertThat(new Substitution(Map.of(), Strategy.WITH_VARIABLES, true).apply(object))
                .isEqualTo(object);
        assertThat(new Substitution(Map.of(), Strategy.ALWAYS, true)
                        .apply(object)
                        .text("data", "a"))
                .isEqualTo("d");
    }

    @Test
    void ends_of_lines_are_taken_out_of_values() {
        Substitution lines = new Substitution(Map.of("v", "a\nb\n"), Strategy.WITH_VARIABLES, true);
        assertThat(lines.apply(configMap("data: {a: '${v}'}")).text("data", "a"))
                .isEqualTo("ab");
    }

    private static Obj configMap(String rest) {
        return (Obj) YamlText.read("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: vars}\n" + rest + "\n");
    }
}
