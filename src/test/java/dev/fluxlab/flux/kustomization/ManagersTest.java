package dev.fluxlab.flux.kustomization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.YamlText;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManagersTest {

    private static final String LIVE =
            """
            metadata:
              resourceVersion: "7"
              managedFields:
              - {manager: kustomize-controller, operation: Apply, apiVersion: apps/v1, fieldsV1: {f:spec: {f:replicas: {}}}}
              - {manager: kubectl-set, operation: Update, apiVersion: apps/v1, fieldsV1: {f:spec: {f:paused: {}}}}
              - {manager: kubectl, operation: Update, subresource: scale, apiVersion: apps/v1, fieldsV1: {f:spec: {f:replicas: {}}}}
              - {manager: k9s, operation: Update, apiVersion: apps/v1, fieldsV1: {f:spec: {f:minReadySeconds: {}}}}
            """;

    @Test
    void what_kubectl_wrote_becomes_the_controllers() {
        List<Json> entries = Managers.takeOver(YamlText.read(LIVE).obj())
                .orElseThrow()
                .items()
                .get(0)
                .items("value");
        assertThat(entries)
                .extracting(entry -> entry.text("manager"))
                .containsExactly("kustomize-controller", "kubectl", "k9s");
        assertThat(entries.get(0).obj("fieldsV1", "f:spec").keys()).containsExactly("f:replicas", "f:paused");
    }

    @Test
    void without_kubectl_there_is_nothing_to_take() {
        Obj live = YamlText.read(LIVE.replaceAll("(?m)^.*kubectl-set.*\n", "")).obj();
        assertThat(Managers.takeOver(live)).isEmpty();
    }

    @Test
    void an_object_that_only_kubectl_wrote_becomes_the_controllers() {
        Obj live = YamlText.read(LIVE.replaceAll("(?m)^.*kustomize-controller.*\n", ""))
                .obj();
        Json taken = Managers.takeOver(live)
                .orElseThrow()
                .items()
                .get(0)
                .items("value")
                .get(0);
        assertThat(taken.text("manager")).isEqualTo("kustomize-controller");
        assertThat(taken.text("operation")).isEqualTo("Apply");
    }

    @Test
    void the_annotation_of_client_side_apply_goes() {
        Obj live = YamlText.read(
                        "{metadata: {resourceVersion: '1', annotations: {kubectl.kubernetes.io/last-applied-configuration: x}}}")
                .obj();
        assertThat(Managers.takeOver(live).orElseThrow().items().get(0).text("path"))
                .isEqualTo("/metadata/annotations/kubectl.kubernetes.io~1last-applied-configuration");
    }
}
