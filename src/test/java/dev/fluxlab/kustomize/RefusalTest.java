package dev.fluxlab.kustomize;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not supported is refused by name. */
final class RefusalTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "helmCharts: [{name: x}]",
                "helmGlobals: {chartHome: x}",
                "generators: [x.yaml]",
                "transformers: [x.yaml]",
                "validators: [x.yaml]",
                "configurations: [x.yaml]",
                "crds: [x.yaml]",
                "openapi: {path: x.json}",
                "vars: [{name: X}]",
            })
    void a_field_that_is_not_supported_is_refused_by_its_name(String field) throws IOException {
        Files.writeString(folder.resolve("kustomization.yaml"), field + "\n");
        assertThatThrownBy(() -> Kustomization.build(folder))
                .isInstanceOf(KustomizeException.class)
                .hasMessageContaining("'" + field.substring(0, field.indexOf(':')) + "'")
                .hasMessageContaining("not supported");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/a.yaml",
                "github.com/acme/fleet//apps?ref=v1",
                "git@example.org:acme/fleet.git",
                "git::https://example.org/acme/fleet",
                "ssh://git@example.org/acme/fleet",
            })
    void a_remote_resource_is_refused_and_nothing_is_fetched(String resource) throws IOException {
        Files.writeString(folder.resolve("kustomization.yaml"), "resources: ['" + resource + "']\n");
        assertThatThrownBy(() -> Kustomization.build(folder))
                .hasMessageContaining("'" + resource + "' is remote")
                .hasMessageContaining("vendor it");
    }
}
