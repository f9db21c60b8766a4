package dev.fluxlab.kube.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class OpenApiTest {

    private final OpenApi openApi = new OpenApi(TypeCatalog.builtIn());

    @Test
    void every_path_of_the_index_has_its_document_under_the_hash_it_names() {
        Obj paths = openApi.index().obj("paths");
        assertThat(paths.keys()).contains("api/v1", "apis/apps/v1");
        paths.members().forEach((path, entry) -> assertThat(entry.text("serverRelativeURL"))
                .isEqualTo("/openapi/v3/" + path + "?hash="
                        + openApi.document(path).orElseThrow().hash()));
    }

    @Test
    void a_patch_says_that_the_server_validates_and_which_patches_it_takes() {
        Obj patch = openApi.document("apis/apps/v1")
                .orElseThrow()
                .content()
                .obj("paths", "/apis/apps/v1/namespaces/{namespace}/deployments/{name}", "patch");
        assertThat(patch.items("parameters"))
                .extracting(parameter -> parameter.text("name"))
                .contains("fieldValidation");
        assertThat(patch.obj("requestBody", "content").keys()).contains("application/strategic-merge-patch+json");
        assertThat(patch.text("x-kubernetes-group-version-kind", "kind")).isEqualTo("Deployment");
    }

    @Test
    void every_reference_of_a_document_leads_to_a_component() {
        for (String path : List.of("api/v1", "apis/apps/v1", "apis/apiextensions.k8s.io/v1")) {
            Obj document = openApi.document(path).orElseThrow().content();
            assertThat(document.obj("components", "schemas").keys()).containsAll(references(JsonText.print(document)));
        }
    }

    private static List<String> references(String text) {
        return Pattern.compile("#/components/schemas/([^\"]+)")
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .distinct()
                .toList();
    }

    @Test
    void a_field_with_a_closed_set_of_values_lists_them() {
        Obj type = openApi.document("apis/apps/v1")
                .orElseThrow()
                .content()
                .obj("components", "schemas", "io.k8s.api.apps.v1.DeploymentStrategy", "properties", "type");
        assertThat(type.items("enum")).containsExactly(Json.string("Recreate"), Json.string("RollingUpdate"));
        assertThat(type.text("description")).contains("Possible enum values:");
    }

    @Test
    void a_component_names_the_kind_it_describes() {
        Json kinds = openApi.document("apis/apps/v1")
                .orElseThrow()
                .content()
                .at("components", "schemas", "io.k8s.api.apps.v1.Deployment", "x-kubernetes-group-version-kind")
                .orElseThrow();
        assertThat(kinds.toString()).contains("\"kind\":\"Deployment\"");
    }

    @Test
    void an_unknown_group_version_has_no_document() {
        assertThat(openApi.document("apis/apps/v9")).isEmpty();
        assertThat(openApi.document("nope")).isEmpty();
    }
}
