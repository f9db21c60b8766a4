package dev.fluxlab.kube.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Null;
import dev.fluxlab.document.Obj;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomTypesTest {

    private static final Instant NOW = Instant.parse("2026-11-21T05:18:49Z");
    private static final Allocations NETWORK = new NoNetwork();

    private final TypeCatalog builtIn = TypeCatalog.builtIn();
    private final ResourceType definitions = builtIn.find("apiextensions.k8s.io", "v1", "customresourcedefinitions")
            .orElseThrow();

    private Obj definition() {
        Obj request = Golden.named("crd/create").requestBody();
        return definitions.rules().preparedForCreate(definitions.decode(request).object(), NETWORK);
    }

    private ResourceType things() {
        return builtIn.with(definition())
                .find("rec.example.com", "v1", "things")
                .orElseThrow();
    }

    private List<Violation> created(Obj object) {
        ResourceType things = things();
        Obj named = things.decode(object.withObj("metadata", meta -> meta.with("namespace", "rec")))
                .object();
        return things.rules().violations(things.rules().preparedForCreate(named, NETWORK));
    }

    @Test
    void a_definition_is_completed_as_the_real_server_completes_it() {
        Obj wanted = Golden.named("crd/create").response();
        assertThat(definition().without("metadata")).isEqualTo(wanted.without("metadata"));
        assertThat(definitions.rules().violations(definition())).isEmpty();
    }

    @Test
    void its_resources_are_listed_as_the_real_server_lists_them() {
        Discovery discovery = new Discovery(builtIn.with(definition()));
        assertThat(discovery.resourceList("rec.example.com", "v1"))
                .contains(Golden.named("crd/resources").response());
    }

    @Test
    void an_object_is_pruned_and_defaulted() {
        Golden golden = Golden.named("crd/object");
        ResourceType things = things();
        Normaliser.Normal decoded = things.decode(golden.requestBody());
        Obj made = things.rules().preparedForCreate(decoded.object(), NETWORK);
        assertThat(made.without("metadata")).isEqualTo(golden.response().without("metadata"));
        assertThat(decoded.complaints()).containsExactly("unknown field \"spec.extra\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"crd/required", "crd/enum", "crd/pattern", "crd/type", "crd/list-duplicate"})
    void an_invalid_object_is_told_what_the_real_server_tells(String name) {
        Golden golden = Golden.named(name);
        assertThat(created(golden.requestBody()).stream()
                        .map(CustomTypesTest::cause)
                        .toList())
                .isEqualTo(golden.causes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"crd/not-structural", "crd/name-mismatch"})
    void an_invalid_definition_is_told_what_the_real_server_tells(String name) {
        Golden golden = Golden.named(name);
        Obj definition = definitions.decode(golden.requestBody()).object();
        assertThat(definitions.rules().violations(definition).stream()
                        .map(CustomTypesTest::cause)
                        .toList())
                .isEqualTo(golden.causes());
    }

    private static Json cause(Violation violation) {
        return Obj.builder()
                .put("reason", violation.reason().toString())
                .put("message", violation.body())
                .put("field", violation.field())
                .build();
    }

    @Test
    void a_number_below_its_minimum_names_the_bound() {
        Obj thing = Golden.named("crd/minimum").requestBody();
        assertThat(created(thing))
                .extracting(Violation::toString)
                .containsExactly("spec.size: Invalid value: 0: spec.size in body should be greater than or equal to 1");
    }

    @Test
    void a_broken_rule_says_its_message_without_the_object() {
        assertThat(created(Golden.named("crd/cel").requestBody()))
                .extracting(Violation::toString)
                .containsExactly("spec: Invalid value: when needs mode a");
    }

    @Test
    void columns_and_cells_follow_the_definition() {
        Golden golden = Golden.named("crd/table");
        ResourceType things = things();
        assertThat(things.columns().stream().map(Column::name).toList())
                .containsExactly("Name", "Size", "Ready", "Age");
        assertThat(things.columns().get(1).description())
                .isEqualTo(golden.response().items("columnDefinitions").get(1).text("description"));
        Obj thing = Golden.named("crd/apply").response();
        assertThat(things.rules().cells(thing, NOW))
                .containsExactly(Json.string("t1"), Json.number(7), Json.string("True"), Json.string("0s"));
        assertThat(things.rules().cells(thing.without("status"), NOW)).contains(Null.NULL);
    }

    @Test
    void the_status_path_takes_only_the_status() {
        ResourceType things = things();
        Obj old = Golden.named("crd/object").response();
        Obj patched = old.with("spec", Obj.of("size", Json.number(9)))
                .with("status", Obj.of("observedGeneration", Json.number(1)));
        Obj made = things.rules().preparedForStatus(patched, old);
        assertThat(made.get("spec")).isEqualTo(old.get("spec"));
        assertThat(made.obj("status")).isEqualTo(patched.obj("status"));
    }

    @Test
    void the_generation_moves_with_the_content_and_not_with_the_metadata() {
        ResourceType things = things();
        Obj old = Golden.named("crd/object").response();
        Obj labelled = old.withObj("metadata", meta -> meta.with("labels", Obj.of("a", "b")));
        Obj resized = old.withObj("spec", spec -> spec.with("size", Json.number(5)));
        assertThat(things.rules().preparedForUpdate(labelled, old, NETWORK).at("metadata", "generation"))
                .contains(Json.number(1));
        assertThat(things.rules().preparedForUpdate(resized, old, NETWORK).at("metadata", "generation"))
                .contains(Json.number(2));
    }

    @Test
    void an_established_definition_has_both_conditions_and_keeps_their_times() {
        Obj established = Establishing.establish(definition(), builtIn, NOW);
        assertThat(Establishing.isEstablished(established)).isTrue();
        assertThat(established.items("status", "conditions"))
                .extracting(condition -> condition.text("type") + "=" + condition.text("status"))
                .containsExactly("NamesAccepted=True", "Established=True");
        assertThat(Establishing.establish(established, builtIn, NOW.plusSeconds(9)))
                .isEqualTo(established);
    }

    @Test
    void a_kind_that_is_taken_in_its_group_is_not_accepted() {
        Obj second = definition()
                .withObj(
                        "spec",
                        spec -> spec.withObj("names", names -> names.with("plural", "thingies")
                                .with("singular", "thingy")
                                .without("shortNames")));
        Obj judged = Establishing.establish(second, builtIn.with(definition()), NOW);
        assertThat(Establishing.isEstablished(judged)).isFalse();
        assertThat(judged.items("status", "conditions").get(0).text("reason")).isEqualTo("KindConflict");
    }

    @Test
    void a_definition_that_goes_takes_its_types_along() {
        TypeCatalog with = builtIn.with(definition());
        assertThat(with.without(definition()).find("rec.example.com", "v1", "things"))
                .isEmpty();
    }

    @Test
    void its_openapi_document_names_the_kind() {
        Obj document = new OpenApi(builtIn.with(definition()))
                .document("apis/rec.example.com/v1")
                .orElseThrow()
                .content();
        assertThat(document.obj("components", "schemas").keys())
                .contains("com.example.rec.v1.Thing", "com.example.rec.v1.ThingList");
        assertThat(document.obj("paths").keys())
                .contains("/apis/rec.example.com/v1/namespaces/{namespace}/things/{name}/status");
    }

    private static final class NoNetwork implements Allocations {
        @Override
        public Optional<String> clusterIp(Optional<String> wanted) {
            return wanted;
        }

        @Override
        public Optional<Integer> nodePort(Optional<Integer> wanted) {
            return wanted;
        }
    }
}
