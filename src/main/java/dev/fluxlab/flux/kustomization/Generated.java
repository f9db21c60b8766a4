package dev.fluxlab.flux.kustomization;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Obj;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The kustomization file that Flux makes up for a folder without one: every YAML file below it. */
final class Generated {

    private static final List<String> FILES = List.of("kustomization.yaml", "kustomization.yml", "Kustomization");

    private Generated() {}

    static Obj in(Path folder) throws IOException {
        List<String> resources = new ArrayList<>();
        collect(folder, folder, resources);
        Obj file = Obj.of("apiVersion", "kustomize.config.k8s.io/v1beta1").with("kind", "Kustomization");
        return resources.isEmpty()
                ? file.with("namespace", "_placeholder")
                : file.with("resources", Arr.ofTexts(resources));
    }

    private static void collect(Path root, Path folder, List<String> resources) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.sorted().toList()) {
                String name = entry.getFileName().toString();
                if (Files.isDirectory(entry)) {
                    if (FILES.stream().anyMatch(file -> Files.exists(entry.resolve(file)))) {
                        resources.add(root.relativize(entry).toString());
                    } else {
                        collect(root, entry, resources);
                    }
                } else if (name.endsWith(".yaml") || name.endsWith(".yml")) {
                    resources.add(root.relativize(entry).toString());
                }
            }
        }
    }
}
