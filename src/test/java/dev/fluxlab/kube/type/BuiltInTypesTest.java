package dev.fluxlab.kube.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuiltInTypesTest {

    private static final Instant NOW = Instant.parse("2026-11-21T06:00:00Z");

    private final TypeCatalog catalog = TypeCatalog.builtIn();

    private static final Allocations NETWORK = new Allocations() {
        @Override
        public Optional<String> clusterIp(Optional<String> wanted) {
            return wanted.isPresent() ? wanted : Optional.of("10.0.0.9");
        }

        @Override
        public Optional<Integer> nodePort(Optional<Integer> wanted) {
            return Optional.of(30_000);
        }
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create/namespace",
                "create/deployment",
                "create/secret-string-data",
                "create/serviceaccount",
                "create/lease",
                "create/yaml",
                "watch/act-create"
            })
    void a_created_object_has_the_fields_that_the_real_server_gives_it(String name) {
        Golden golden = Golden.named(name);
        Obj wanted = golden.response();
        ResourceType type = catalog.ofKind(GroupVersionKind.of(wanted)).orElseThrow();
        Obj request = golden.requestBody().isEmpty() ? wanted.without("metadata") : golden.requestBody();
        Obj made = type.rules().preparedForCreate(type.decode(request).object(), NETWORK);
        assertThat(made.without("metadata")).isEqualTo(wanted.without("metadata"));
        assertThat(made.get("metadata").flatMap(meta -> meta.at("generation")))
                .isEqualTo(wanted.at("metadata", "generation"));
        assertThat(made.texts("metadata", "labels")).isEqualTo(wanted.texts("metadata", "labels"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"get/table", "get/deployment-table", "get/secret-table", "get/namespaces-table"})
    void a_table_has_the_real_servers_columns_and_cells(String name) {
        Obj wanted = Golden.named(name).response();
        String path = Golden.named(name).exchange().text("request", "path");
        ResourceType type = catalog.all().stream()
                .filter(candidate ->
                        path.contains("/" + candidate.plural() + "/") || path.endsWith("/" + candidate.plural()))
                .filter(candidate -> !candidate.plural().equals("namespaces") || path.endsWith("namespaces/rec"))
                .findFirst()
                .orElseThrow();
        assertThat(type.columns().stream().map(BuiltInTypesTest::json).toList())
                .isEqualTo(wanted.items("columnDefinitions"));
        assertThat(type.rules().cells(Obj.EMPTY, NOW)).hasSize(type.columns().size());
    }

    private static Json json(Column column) {
        return Obj.builder()
                .put("name", column.name())
                .put("type", column.type())
                .put("format", column.format())
                .put("description", column.description())
                .put("priority", column.priority())
                .build();
    }

    @Test
    void every_kind_has_a_schema_and_as_many_cells_as_columns() {
        assertThat(catalog.all()).hasSizeGreaterThan(20).allSatisfy(type -> {
            assertThat(type.schema().fields()).as(type.toString()).isNotEmpty();
            assertThat(type.rules().cells(Obj.EMPTY, NOW))
                    .hasSize(type.columns().size());
            assertThat(type.columns())
                    .allSatisfy(column -> assertThat(column.description()).isNotEmpty());
        });
    }

    @Test
    void a_column_does_not_list_the_values_that_its_field_may_have() {
        ResourceType services = catalog.find("", "v1", "services").orElseThrow();
        assertThat(services.columns().get(1).description())
                .startsWith("type determines how the Service is exposed.")
                .doesNotContain("Possible enum values");
    }

    @Test
    void defaults_are_idempotent_for_every_kind() {
        assertThat(catalog.all()).allSatisfy(type -> {
            Obj once = type.decode(Obj.builder()
                            .put("apiVersion", type.apiVersion())
                            .put("kind", type.kind().kind())
                            .build())
                    .object();
            assertThat(type.decode(once).object()).as(type.toString()).isEqualTo(once);
        });
    }

    @Test
    void a_status_that_is_dropped_leaves_what_go_writes_for_an_empty_one() {
        assertThat(catalog.all())
                .filteredOn(type -> type.subresource("status").isPresent())
                .allSatisfy(type -> {
                    Obj bare = Obj.builder()
                            .put("apiVersion", type.apiVersion())
                            .put("kind", type.kind().kind())
                            .build();
                    Obj made = type.rules().preparedForCreate(type.decode(bare).object(), NETWORK);
                    assertThat(type.decode(made).object().get("status"))
                            .as(type.toString())
                            .isEqualTo(made.get("status"));
                });
    }

    @Test
    void a_service_is_given_an_address_and_the_family_of_it() {
        ResourceType services = catalog.find("", "v1", "services").orElseThrow();
        Obj service = (Obj) Json.of(java.util.Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Service",
                "spec",
                java.util.Map.of("ports", List.of(java.util.Map.of("port", 80)))));
        Obj spec = services.rules()
                .preparedForCreate(services.decode(service).object(), NETWORK)
                .obj("spec");
        assertThat(spec.text("clusterIP")).isEqualTo("10.0.0.9");
        assertThat(spec.text("ipFamilyPolicy")).isEqualTo("SingleStack");
        assertThat(spec.items("ports").get(0).at("targetPort")).contains(Json.number(80));
    }
}
