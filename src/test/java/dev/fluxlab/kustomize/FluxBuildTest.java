package dev.fluxlab.kustomize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxlab.document.Obj;
import dev.fluxlab.document.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FluxBuildTest {

    private static final String CONFIG = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: %s}\n";

    @TempDir
    private Path given;

    private Path artifact;

    @BeforeEach
    void resolve() throws IOException {
        artifact = given.toRealPath();
    }

    @Test
    void a_folder_without_kustomization_renders_every_manifest_below_it() throws IOException {
        write("app/b.yaml", CONFIG.formatted("b"));
        write("app/a.yml", CONFIG.formatted("a"));
        write("app/readme.md", "no manifest");
        write("app/deep/er/c.yaml", CONFIG.formatted("c"));
        write("app/own/kustomization.yaml", "resources: [d.yaml]\nnamePrefix: own-\n");
        write("app/own/d.yaml", CONFIG.formatted("d"));
        write("app/own/not-listed.yaml", "this: is not looked at\n");
        assertThat(names("app", "{}")).containsExactly("a", "b", "c", "own-d");
    }

    @Test
    void nothing_is_written_to_the_folder() throws IOException {
        write("app/a.yaml", CONFIG.formatted("a"));
        names("app", "{targetNamespace: x}");
        assertThat(artifact.resolve("app")).isDirectoryNotContaining("glob:**kustomization.yaml");
    }

    @Test
    void an_empty_folder_renders_to_nothing() throws IOException {
        Files.createDirectory(artifact.resolve("app"));
        assertThat(names("app", "{}")).isEmpty();
    }

    @Test
    void a_kustomization_that_lists_nothing_renders_to_nothing() throws IOException {
        write("app/kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n");
        assertThat(names("app", "{}")).isEmpty();
    }

    @Test
    void one_file_that_is_no_manifest_fails_a_folder_without_kustomization() throws IOException {
        write("app/values.yaml", "replicas: 2\n");
        assertThatThrownBy(() -> names("app", "{}"))
                .hasMessage("failed to decode Kubernetes YAML from " + artifact
                        + "/app/values.yaml: missing Resource metadata");
    }

    @Test
    void a_missing_resource_is_told_with_the_words_of_the_recorded_failure() throws IOException {
        write("badref/kustomization.yaml", "resources: [missing.yaml]\n");
        String file = artifact + "/badref/missing.yaml";
        assertThatThrownBy(() -> names("badref", "{}"))
                .hasMessage(
                        "accumulating resources: accumulation err='accumulating resources from 'missing.yaml': open "
                                + file + ": no such file or directory': must build at directory: not a valid directory:"
                                + " evalsymlink failure on '" + file + "' : lstat " + file
                                + ": no such file or directory");
    }

    @Test
    void a_file_elsewhere_in_the_artifact_is_loaded_and_one_outside_is_not() throws IOException {
        write("shared.yaml", CONFIG.formatted("shared"));
        write("app/kustomization.yaml", "resources: [../shared.yaml]\n");
        assertThat(names("app", "{}")).containsExactly("shared");
        write("bad/kustomization.yaml", "resources: [../../outside.yaml]\n");
        assertThatThrownBy(() -> names("bad", "{}"))
                .hasMessageContaining("fs-security-constraint read " + artifact.getParent() + "/outside.yaml: path '"
                        + artifact.getParent() + "/outside.yaml' is not in or below '" + artifact + "'");
    }

    @Test
    void a_link_out_of_the_artifact_is_not_followed(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("secret.yaml"), CONFIG.formatted("secret"));
        write("app/kustomization.yaml", "resources: [link.yaml]\n");
        Files.createSymbolicLink(artifact.resolve("app/link.yaml"), elsewhere.resolve("secret.yaml"));
        assertThatThrownBy(() -> names("app", "{}")).hasMessageContaining("is not in or below '" + artifact + "'");
    }

    @Test
    void the_spec_of_the_kustomization_is_laid_over_the_file() throws IOException {
        write(
                "app/kustomization.yaml",
                "resources: [d.yaml]\nimages: [{name: web, newName: mirror/web, newTag: old}]\n");
        write(
                "app/d.yaml",
                "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{name: c, image: web}]}\n");
        write("parts/labels/kustomization.yaml", "kind: Component\nlabels: [{pairs: {from: component}}]\n");
        List<Obj> objects = build(
                "app",
                """
                targetNamespace: shop
                namePrefix: a-
                nameSuffix: -z
                components: [../parts/labels, ../parts/none]
                ignoreMissingComponents: true
                images: [{name: web, newTag: new}]
                patches:
                - target: {kind: Pod}
                  patch: |
                    - op: add
                      path: /spec/hostname
                      value: patched
                """);
        assertThat(YamlText.printSorted(objects.get(0)))
                .isEqualTo(
                        """
                apiVersion: v1
                kind: Pod
                metadata:
                  labels:
                    from: component
                  name: a-p-z
                  namespace: shop
                spec:
                  containers:
                  - image: mirror/web:new
                    name: c
                  hostname: patched
                """);
    }

    @Test
    void a_component_that_is_not_local_is_refused() throws IOException {
        write("app/a.yaml", CONFIG.formatted("a"));
        assertThatThrownBy(() -> names("app", "{components: ['https://example.org/c']}"))
                .hasMessage("component path 'https://example.org/c' must be local and relative");
    }

    @Test
    void a_field_that_kustomize_does_not_know_is_ignored_in_the_folder_itself() throws IOException {
        write("app/kustomization.yaml", "resources: [a.yaml]\nresourcs: []\n");
        write("app/a.yaml", CONFIG.formatted("a"));
        assertThat(names("app", "{}")).containsExactly("a");
    }

    @Test
    void objects_keep_the_order_in_which_they_were_gathered() throws IOException {
        write("app/a.yaml", CONFIG.formatted("z") + "---\napiVersion: v1\nkind: Namespace\nmetadata: {name: n}\n");
        assertThat(names("app", "{}")).containsExactly("z", "n");
    }

    private void write(String path, String text) throws IOException {
        Path file = artifact.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<Obj> build(String folder, String spec) {
        return FluxBuild.prepare(artifact, artifact.resolve(folder), (Obj) YamlText.read(spec))
                .render()
                .objects();
    }

    private List<String> names(String folder, String spec) {
        return build(folder, spec).stream()
                .map(object -> object.text("metadata", "name"))
                .toList();
    }
}
