package dev.fluxlab.guard;

import dev.fluxlab.document.Obj;
import dev.fluxlab.kustomize.FluxBuild;
import dev.fluxlab.kustomize.KustomizeException;
import dev.fluxlab.kustomize.Substitution;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Renders every folder of a checkout that a Kustomization applies or that has a kustomization of its own. */
final class FleetBuilds {

    private final Path root;
    private final List<SourceFile> files;
    private final List<Manifest> manifests;

    FleetBuilds(Path root, List<SourceFile> files, List<Manifest> manifests) {
        this.root = root;
        this.files = files;
        this.manifests = manifests;
    }

    static boolean isKustomization(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.equals("kustomization.yaml") || name.equals("kustomization.yml") || name.equals("Kustomization");
    }

    static String folder(String path) {
        return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
    }

    List<Build> all() {
        List<Build> builds = new ArrayList<>();
        Set<String> built = new HashSet<>();
        manifests.stream()
                .filter(manifest -> manifest.isOf(Fleet.KUSTOMIZE, "Kustomization"))
                .forEach(by -> {
                    String folder = normal(by.object().text("spec", "path"));
                    built.add(folder);
                    builds.add(build(folder, Optional.of(by)));
                });
        for (SourceFile file : files) {
            boolean alone = isKustomization(file.path()) && !file.text().contains("kind: Component");
            if (alone && built.add(folder(file.path()))) {
                builds.add(build(folder(file.path()), Optional.empty()));
            }
        }
        return builds;
    }

    /** A path of a Flux object, relative to the checkout. */
    static String normal(String path) {
        return Path.of("/", path).normalize().toString().substring(1);
    }

    private Build build(String folder, Optional<Manifest> by) {
        Obj spec = by.map(manifest -> manifest.object().obj("spec")).orElse(Obj.EMPTY);
        if (!Files.isDirectory(root.resolve(folder))) {
            return new Build(folder, by, List.of(), Optional.of("there is no folder " + folder));
        }
        try {
            List<Obj> objects =
                    FluxBuild.prepare(root, root.resolve(folder), spec).render().objects();
            Substitution variables = substitution(spec);
            return new Build(folder, by, objects.stream().map(variables::apply).toList(), Optional.empty());
        } catch (KustomizeException e) {
            String problem = String.valueOf(e.getMessage()).replace(root + "/", "");
            return new Build(folder, by, List.of(), Optional.of(problem));
        }
    }

    private static Substitution substitution(Obj spec) {
        // variables from ConfigMaps and Secrets are not in the checkout, so their absence is no fault of it
        boolean known = spec.items("postBuild", "substituteFrom").isEmpty();
        return new Substitution(spec.texts("postBuild", "substitute"), Substitution.Strategy.WITH_VARIABLES, known);
    }
}
