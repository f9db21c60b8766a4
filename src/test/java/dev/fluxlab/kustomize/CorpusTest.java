package dev.fluxlab.kustomize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CorpusTest {

    @TempDir
    private Path folder;

    static List<Case> cases() {
        return Case.all();
    }

    static List<Case> sound() {
        return Case.all().stream().filter(tree -> !tree.fails()).toList();
    }

    @Test
    void the_corpus_is_there() {
        assertThat(Case.all()).hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void renders_as_kubectl_did(Case tree) throws IOException {
        Path root = tree.write(folder);
        if (tree.fails()) {
            assertThatThrownBy(() -> Kustomization.build(root))
                    .isInstanceOfSatisfying(KustomizeException.class, e -> assertThat(e.text() + "\n")
                            .isEqualToIgnoringNewLines(tree.expected(root)));
        } else {
            assertThat(Kustomization.build(root).text()).isEqualTo(tree.expected(root));
        }
    }

    @ParameterizedTest
    @MethodSource("sound")
    void renders_as_the_kubectl_of_this_machine_does(Case tree) throws IOException, InterruptedException {
        Optional<Kubectl> kubectl = Kubectl.find();
        assumeTrue(kubectl.isPresent(), "no kubectl on the path");
        Path root = tree.write(folder);
        assertThat(kubectl.get().kustomize(root))
                .isEqualTo(Kustomization.build(root).text());
    }
}
