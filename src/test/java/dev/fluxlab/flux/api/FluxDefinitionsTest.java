package dev.fluxlab.flux.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FluxDefinitionsTest {

    @Test
    void every_kind_has_a_definition_with_the_version_that_flux_serves() {
        assertThat(FluxDefinitions.all())
                .extracting(
                        crd -> crd.text("metadata", "name") + " " + version(crd).text("name"))
                .containsExactly(
                        "gitrepositories.source.toolkit.fluxcd.io v1",
                        "ocirepositories.source.toolkit.fluxcd.io v1",
                        "kustomizations.kustomize.toolkit.fluxcd.io v1",
                        "imagerepositories.image.toolkit.fluxcd.io v1",
                        "imagepolicies.image.toolkit.fluxcd.io v1",
                        "imageupdateautomations.image.toolkit.fluxcd.io v1",
                        "providers.notification.toolkit.fluxcd.io v1beta3",
                        "alerts.notification.toolkit.fluxcd.io v1beta3",
                        "receivers.notification.toolkit.fluxcd.io v1");
    }

    @Test
    void columns_keep_the_order_in_which_flux_prints_them() {
        assertThat(columns("gitrepositories")).containsExactly("URL", "Age", "Ready", "Status");
        assertThat(columns("imagerepositories"))
                .containsExactly("Image", "Tags", "Ready", "Status", "Last scan", "Age");
    }

    @Test
    void a_new_object_starts_unobserved_unless_its_kind_has_no_status() {
        assertThat(status("kustomizations").at("default")).contains(Obj.of("observedGeneration", Json.number(-1)));
        assertThat(schema("alerts").at("properties", "status")).isEmpty();
    }

    @Test
    void descriptions_with_variables_are_not_substituted() {
        assertThat(FluxDefinitions.all()).allSatisfy(crd -> assertThat(crd.texts("metadata", "annotations"))
                .isEqualTo(Map.of("kustomize.toolkit.fluxcd.io/substitute", "disabled")));
    }

    @Test
    void rules_patterns_and_defaults_are_in_the_schema() {
        Obj policy = schema("imagepolicies").obj("properties", "spec");
        assertThat(policy.items("x-kubernetes-validations")).hasSize(2);
        Obj repository = schema("imagerepositories").obj("properties", "spec", "properties");
        assertThat(repository.items("exclusionList", "default")).containsExactly(Json.string("^.*\\.sig$"));
        assertThat(repository.text("timeout", "pattern")).isEqualTo("^([0-9]+(\\.[0-9]+)?(ms|s|m))+$");
        assertThat(schema("kustomizations").obj("properties", "spec").items("required"))
                .extracting(Json::toJava)
                .containsExactly("interval", "prune", "sourceRef");
    }

    @Test
    void an_object_reads_with_everything_it_leaves_out_as_empty() {
        Kustomization read = new KubernetesSerialization()
                .unmarshal(
                        """
                        apiVersion: kustomize.toolkit.fluxcd.io/v1
                        kind: Kustomization
                        metadata: {name: apps, namespace: flux-system}
                        spec:
                          interval: 10m
                          prune: true
                          wait: true
                          sourceRef: {kind: GitRepository, name: fleet}
                        """,
                        Kustomization.class);
        assertThat(read.getSpec().waits()).isTrue();
        assertThat(read.getSpec().dependsOn()).isEmpty();
        assertThat(read.getSpec().sourceRef().kind()).hasToString("GitRepository");
        assertThat(read.path()).isEqualTo("flux-system/apps");
    }

    @Test
    void a_field_that_a_newer_flux_has_does_not_stop_the_controllers() {
        GitRepository read = FluxReading.tolerant()
                .unmarshal(
                        """
                        apiVersion: source.toolkit.fluxcd.io/v1
                        kind: GitRepository
                        metadata: {name: fleet, namespace: flux-system}
                        spec: {interval: 1m, url: http://x/y.git, fieldOfTomorrow: {a: b}}
                        status: {observedGeneration: 1, otherOfTomorrow: []}
                        """,
                        GitRepository.class);
        assertThat(read.getSpec().url()).isEqualTo("http://x/y.git");
    }

    private static List<String> columns(String plural) {
        return version(definition(plural)).items("additionalPrinterColumns").stream()
                .map(column -> column.text("name"))
                .toList();
    }

    private static Obj status(String plural) {
        return schema(plural).obj("properties", "status");
    }

    private static Obj schema(String plural) {
        return version(definition(plural)).obj("schema", "openAPIV3Schema");
    }

    private static Obj version(Obj definition) {
        return definition.items("spec", "versions").get(0).obj();
    }

    private static Obj definition(String plural) {
        return FluxDefinitions.all().stream()
                .filter(crd -> crd.text("spec", "names", "plural").equals(plural))
                .findFirst()
                .orElseThrow();
    }
}
