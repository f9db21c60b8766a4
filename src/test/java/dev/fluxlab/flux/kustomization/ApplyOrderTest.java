package dev.fluxlab.flux.kustomization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxlab.document.Obj;
import dev.fluxlab.document.YamlText;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApplyOrderTest {

    @Test
    void definitions_then_classes_then_the_rest() {
        List<List<Obj>> stages = ApplyOrder.stages(List.of(
                object("apps/v1", "Deployment", "b"),
                object("v1", "Service", "b"),
                object("networking.k8s.io/v1", "IngressClass", "c"),
                object("v1", "Namespace", "a"),
                object("apiextensions.k8s.io/v1", "CustomResourceDefinition", "z")));
        assertThat(stages.stream()
                        .map(stage -> stage.stream().map(o -> o.text("kind")).toList()))
                .containsExactly(
                        List.of("CustomResourceDefinition", "Namespace"),
                        List.of("IngressClass"),
                        List.of("Service", "Deployment"));
    }

    @Test
    void unknown_kinds_go_by_group_and_kind_and_webhooks_come_last() {
        List<Obj> rest = ApplyOrder.stages(List.of(
                        object("admissionregistration.k8s.io/v1", "ValidatingWebhookConfiguration", "w"),
                        object("source.toolkit.fluxcd.io/v1", "GitRepository", "g"),
                        object("image.toolkit.fluxcd.io/v1", "ImageRepository", "i")))
                .get(0);
        assertThat(rest)
                .extracting(o -> o.text("kind"))
                .containsExactly("ImageRepository", "GitRepository", "ValidatingWebhookConfiguration");
    }

    @Test
    void equals_go_by_namespace_and_name() {
        List<Obj> sorted = ApplyOrder.stages(List.of(object("v1", "Secret", "b"), object("v1", "Secret", "a")))
                .get(0);
        assertThat(sorted).extracting(o -> o.text("metadata", "name")).containsExactly("a", "b");
    }

    private static Obj object(String apiVersion, String kind, String name) {
        return YamlText.read("{apiVersion: " + apiVersion + ", kind: " + kind + ", metadata: {name: " + name + "}}")
                .obj();
    }
}
