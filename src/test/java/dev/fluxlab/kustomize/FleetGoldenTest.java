package dev.fluxlab.kustomize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every folder of the recorded fleet, against kubectl. */
final class FleetGoldenTest {

    private static final Path FLEET = Path.of(System.getProperty("fluxlab.golden", "../shared/golden"), "fleet");

    @Test
    void every_folder_of_the_fleet_renders_as_with_kubectl() throws IOException, InterruptedException {
        assumeTrue(Files.isDirectory(FLEET), "no recorded fleet at " + FLEET.toAbsolutePath());
        Optional<Kubectl> kubectl = Kubectl.find();
        assumeTrue(kubectl.isPresent(), "no kubectl on the path");
        List<Path> folders = folders();
        assertThat(folders).isNotEmpty();
        for (Path folder : folders) {
            assertThat(Kustomization.build(folder).text())
                    .as(folder.toString())
                    .isEqualTo(kubectl.get().kustomize(folder));
        }
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> files = Files.walk(FLEET)) {
            return files.filter(file -> file.endsWith("kustomization.yaml"))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
        }
    }
}
