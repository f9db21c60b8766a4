package dev.fluxlab.kube.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.YamlText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CelRulesTest {

    private static final Node OPEN =
            new Node(Obj.of("type", "object").with("x-kubernetes-preserve-unknown-fields", Json.bool(true)));

    private static Obj yaml(String text) {
        return (Obj) YamlText.read(text);
    }

    private static Json evaluate(String expression, String self) {
        return CelParser.parse(expression).evaluate(new CelScope(Map.of("self", yaml(self))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            textBlock =
                    """
            1 + 2 * 3 == 7                                   ; {}
            (1 + 2) * 3 == 9 && 7 % 4 == 3 && -7 / 2 == -3   ; {}
            !has(self.when) || self.mode == "a"              ; {mode: b}
            has(self.a.b) ? self.a.b == 1 : true             ; {a: {b: 1}}
            self.name.startsWith('web') && self.name.endsWith("-1") && self.name.contains('b-') ; {name: web-1}
            self.name.matches('^[a-z]+-[0-9]$')              ; {name: web-1}
            self.list.all(x, x > 0) && self.list.exists(x, x == 3) && self.list.exists_one(x, x == 1) ; {list: [1, 2, 3]}
            self.list.filter(x, x > 1).map(x, x * 2) == [4, 6] ; {list: [1, 2, 3]}
            size(self.list) == 3 && self.name.size() == 2    ; {list: [1, 2, 3], name: ab}
            2 in self.list && 'k' in self.map && !('z' in self.map) ; {list: [1, 2], map: {k: v}}
            self.map.all(k, self.map[k].size() == 1)         ; {map: {k: v, l: w}}
            self.provider == 'azure' || !has(self.account)   ; {provider: generic}
            self.x == 1.0 && self.x < 1.5                    ; {x: 1}
            'a' + 'b' == 'ab' && [1] + [2] == [1, 2]         ; {}
            string(self.x) == '5' && int('5') == self.x      ; {x: 5}
            self.kind__dash__x == 1 && self.__in__ == 2      ; {kind-x: 1, in: 2}
            false && self.gone == 1 ? false : true           ; {}
            self.gone == 1 || true                           ; {}
            "tab\\t" == 'tab\\u0009'                         ; {}
            r'\\d' == '\\\\d'                                ; {}
            """)
    void expressions_come_to_true(String expression, String self) {
        assertThat(evaluate(expression, self)).isEqualTo(Json.bool(true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            textBlock =
                    """
            self.gone == 1       ; no such key: gone
            self.list[5] == 1    ; index out of bounds: 5
            1 / 0 == 1           ; division by zero
            self.name < 1        ; no such overload
            9223372036854775807 + 1 > 0 ; integer overflow
            """)
    void an_expression_without_a_value_says_why(String expression, String message) {
        assertThatThrownBy(() -> evaluate(expression, "{list: [1], name: a}"))
                .isInstanceOf(CelException.class)
                .hasMessage(message);
    }

    private static final Node TYPED = new Node(yaml(
            "{type: object, properties: {size: {type: integer}, name: {type: string}, list: {type: array, items: {type:"
                    + " object, properties: {a: {type: string}}}}}}"));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            textBlock =
                    """
            self.sise > 1          ; 1:5: undefined field 'sise'
            selv.size > 1          ; 1:1: undeclared reference to 'selv' (in container '')
            self.size == 'a'       ; 1:11: found no matching overload for '_==_' applied to '(int, string)'
            self.list.all(x, x.b == 'a') ; 1:19: undefined field 'b'
            self.name.frobnicate() ; 1:10: undeclared reference to 'frobnicate' (in container '')
            self.size              ; 1:1: must evaluate to a bool
            self.size >            ; 1:12: Syntax error: mismatched input '<EOF>' expecting an expression
            self.size # 1          ; 1:11: Syntax error: token recognition error at: '#'
            """)
    void a_rule_that_cannot_work_is_found_before_any_object(String rule, String message) {
        Findings found = Findings.none();
        Obj declared = TYPED.declared().with("x-kubernetes-validations", Arr.of(Obj.of("rule", rule)));
        RuleCheck.check(new Node(declared), found.in("spec"));
        assertThat(found.all()).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("spec.x-kubernetes-validations[0].rule");
            assertThat(violation.body()).contains("compilation failed: ERROR: <input>:" + message + "\n | " + rule);
        });
    }

    private static List<String> violations(String schema, String object, Optional<String> old) {
        Findings found = Findings.none();
        new CelRules(new Node(yaml(schema))).check(yaml(object), old.map(CelRulesTest::yaml), found.in("spec"));
        return found.all().stream().map(Violation::toString).toList();
    }

    @Test
    void a_transition_rule_is_only_asked_when_there_is_an_old_value() {
        String schema = "{type: object, properties: {class: {type: string, x-kubernetes-validations: [{rule:"
                + " 'self == oldSelf', message: class is immutable}]}}}";
        assertThat(violations(schema, "{class: b}", Optional.empty())).isEmpty();
        assertThat(violations(schema, "{class: b}", Optional.of("{class: b}"))).isEmpty();
        assertThat(violations(schema, "{class: b}", Optional.of("{class: a}")))
                .containsExactly("spec.class: Invalid value: \"b\": class is immutable");
    }

    @Test
    void what_an_update_leaves_wrong_is_not_complained_about_again() {
        String schema =
                "{type: object, properties: {count: {type: integer, x-kubernetes-validations: [{rule: 'self > 1'}]}}}";
        assertThat(violations(schema, "{count: 0}", Optional.of("{count: 0}"))).isEmpty();
        assertThat(violations(schema, "{count: 0}", Optional.of("{count: 1}")))
                .containsExactly("spec.count: Invalid value: 0: failed rule: self > 1");
    }

    @Test
    void reason_path_and_message_expression_are_followed() {
        String schema =
                "{type: object, properties: {a: {type: string}}, x-kubernetes-validations: [{rule: 'has(self.a)',"
                        + " reason: FieldValueRequired, fieldPath: .a, messageExpression: '\"give \" + \"a\"'}]}";
        assertThat(violations(schema, "{}", Optional.empty())).containsExactly("spec.a: Required value: give a");
    }

    @Test
    void rules_of_items_and_of_map_values_are_found_at_their_place() {
        String rules = "x-kubernetes-validations: [{rule: 'self != \"bad\"', message: bad}]";
        String schema = "{type: object, properties: {list: {type: array, items: {type: string, " + rules + "}},"
                + " map: {type: object, additionalProperties: {type: string, " + rules + "}}}}";
        assertThat(violations(schema, "{list: [ok, bad], map: {k: bad}}", Optional.empty()))
                .containsExactly(
                        "spec.list[1]: Invalid value: \"bad\": bad", "spec.map[k]: Invalid value: \"bad\": bad");
    }

    @Test
    void a_failure_while_running_names_the_rule() {
        String schema = "{type: object, x-kubernetes-preserve-unknown-fields: true, x-kubernetes-validations: [{rule:"
                + " 'self.gone == 1', message: says}]}";
        assertThat(violations(schema, "{}", Optional.empty()))
                .containsExactly("spec: Invalid value: \"object\": no such key: gone evaluating rule: says");
    }

    @Test
    void an_open_schema_leaves_names_open() {
        assertThat(CelParser.parse("self.anything.at.all == 1")
                        .type(new CelTyping(Map.of("self", OPEN)))
                        .type())
                .isEqualTo("boolean");
    }
}
