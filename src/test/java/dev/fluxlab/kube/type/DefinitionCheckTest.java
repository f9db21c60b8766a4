package dev.fluxlab.kube.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.YamlText;
import dev.fluxlab.flux.api.FluxDefinitions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DefinitionCheckTest {

    private static final String SCHEMA = "spec.validation.openAPIV3Schema";

    private final TypeCatalog catalog = TypeCatalog.builtIn();
    private final ResourceType definitions = catalog.find("apiextensions.k8s.io", "v1", "customresourcedefinitions")
            .orElseThrow();

    private static Obj definition(String schema) {
        return (Obj) YamlText.read(
                """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: things.example.com}
                spec:
                  group: example.com
                  scope: Namespaced
                  names: {plural: things, kind: Thing}
                  versions:
                  - name: v1
                    served: true
                    storage: true
                    schema: {openAPIV3Schema: {type: object, properties: {a: SCHEMA}}}
                """
                        .replace("SCHEMA", schema));
    }

    private List<String> violations(Obj definition) {
        return definitions.rules().violations(definitions.decode(definition).object()).stream()
                .map(Violation::toString)
                .toList();
    }

    @Test
    void a_sound_definition_passes() {
        assertThat(violations(definition("{type: string}"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {type: array}                              | .items: Required value: must be specified
            {type: string, pattern: "["}               | .pattern: Invalid value: "[": must be a valid regular expression, but isn't: error parsing regexp: missing closing ]: `[`
            {type: string, $ref: "#/x"}                | .$ref: Forbidden: $ref is not supported
            {type: text}                               | .type: Unsupported value: "text": supported values: "array", "boolean", "integer", "number", "object", "string"
            {type: array, uniqueItems: true, items: {type: string}} | .uniqueItems: Forbidden: uniqueItems cannot be set to true since the runtime complexity becomes quadratic
            {type: string, x-kubernetes-list-type: set} | .type: Invalid value: "string": must be array if x-kubernetes-list-type is specified
            {type: array, x-kubernetes-list-type: map, items: {type: object}} | .x-kubernetes-list-map-keys: Required value: must not be empty if x-kubernetes-list-type is map
            {type: integer, default: many}             | .default: Invalid value: "string": spec.validation.openAPIV3Schema.properties[a].default in body must be of type integer: "string"
            {type: object, x-kubernetes-validations: [{rule: self.b}]} | .x-kubernetes-validations[0].rule: Invalid value: {"rule":"self.b"}: compilation failed: ERROR: <input>:1:5: undefined field 'b'
            {type: object, anyOf: [{type: string}]}    | .anyOf[0].type: Forbidden: must be empty to be structural
            """)
    void a_broken_schema_is_refused_at_its_place(String schema, String message) {
        assertThat(violations(definition(schema)))
                .singleElement()
                .asString()
                .startsWith(SCHEMA + ".properties[a]" + message.replace("``", "`"));
    }

    @Test
    void a_conversion_webhook_is_refused_openly() {
        Obj definition = definition("{type: string}")
                .withObj("spec", spec -> spec.with("conversion", Obj.of("strategy", "Webhook")));
        assertThat(violations(definition)).singleElement().asString().contains("conversion webhooks are not supported");
    }

    @Test
    void two_versions_cannot_both_be_stored() {
        Obj definition = definition("{type: string}").withObj("spec", spec -> {
            Json version = spec.items("versions").get(0);
            return spec.with("versions", Arr.of(version, ((Obj) version).with("name", "v2")));
        });
        assertThat(violations(definition))
                .singleElement()
                .asString()
                .endsWith("must have exactly one version marked as storage version");
    }

    @ParameterizedTest
    @MethodSource("flux")
    void the_definitions_of_flux_are_sound(Obj definition) {
        assertThat(violations(definition)).isEmpty();
        assertThat(catalog.with(definition).groups())
                .extracting(ApiGroup::name)
                .contains(definition.text("spec", "group"));
    }

    static List<Obj> flux() {
        return FluxDefinitions.all();
    }

    @Test
    void a_git_repository_is_held_to_fluxs_rule_and_patterns() {
        Obj definition = flux().stream()
                .filter(candidate -> candidate.text("spec", "names", "kind").equals("GitRepository"))
                .findFirst()
                .orElseThrow();
        ResourceType repositories = catalog.with(definition)
                .find("source.toolkit.fluxcd.io", "v1", "gitrepositories")
                .orElseThrow();
        Obj repository = (Obj) YamlText.read("{apiVersion: source.toolkit.fluxcd.io/v1, kind: GitRepository, metadata:"
                + " {name: a, namespace: b}, spec: {url: 'https://x/y.git', interval: 1m, serviceAccountName: bot}}");
        assertThat(repositories
                        .rules()
                        .violations(repositories.decode(repository).object()))
                .extracting(Violation::toString)
                .containsExactly("spec: Invalid value: serviceAccountName can only be set when provider is 'azure' or"
                        + " 'aws'");
        Obj late = repository.withObj(
                "spec", spec -> spec.without("serviceAccountName").with("interval", "soon"));
        assertThat(repositories.rules().violations(repositories.decode(late).object()))
                .singleElement()
                .satisfies(violation -> assertThat(violation.toString())
                        .startsWith("spec.interval: Invalid value: \"soon\": spec.interval in body should match '"));
    }
}
