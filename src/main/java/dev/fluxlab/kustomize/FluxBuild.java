package dev.fluxlab.kustomize;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.YamlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A folder of an artifact as Flux renders it: with the kustomization it finds or makes up, changed by the spec of a
 * Flux Kustomization. Files may lie anywhere in the artifact, none outside it; objects keep their order.
 */
public final class FluxBuild {

    private final Folder folder;
    private final KustomizationFile file;

    private FluxBuild(Folder folder, KustomizationFile file) {
        this.folder = folder;
        this.file = file;
    }

    /**
     * The build of a folder by a Kustomization's spec. Nothing is written to the folder.
     *
     * @throws KustomizeException when a kustomization cannot be read or made up, with the message Flux gives
     */
    public static FluxBuild prepare(Path artifact, Path path, Obj spec) {
        Path root = new Reach.OwnFolder().real(artifact);
        Folder folder = Folder.start(path, new Reach.Artifact(root));
        Optional<String> name =
                KustomizationFile.NAMES.stream().filter(folder::has).findFirst();
        Obj fields = name.isPresent() ? found(folder, name.get()) : madeUp(folder);
        Obj changed = new FluxSpec(spec, folder).change(fields);
        return new FluxBuild(folder, new KustomizationFile(name.orElse(KustomizationFile.NAMES.get(0)), changed));
    }

    /**
     * What the folder renders to, without objects that are kustomizations themselves.
     *
     * @throws KustomizeException when it cannot be rendered, with kustomize's message
     */
    public Rendered render() {
        Rendered rendered = Kustomization.render(folder, file.checked(folder));
        return new Rendered(rendered.objects().stream()
                .filter(object -> !Gvk.of(object).group().equals("kustomize.config.k8s.io"))
                .toList());
    }

    // read leniently: Flux drops the fields it does not know, where kustomize would complain
    private static Obj found(Folder folder, String name) {
        String text = new String(folder.load(name), StandardCharsets.UTF_8);
        Obj fields;
        try {
            List<Json> documents = YamlText.readAll(text);
            fields = documents.isEmpty() ? Obj.EMPTY : FieldTypes.checkKnown("Kustomization", documents.get(0));
        } catch (DocumentException e) {
            throw new KustomizeException("error converting YAML to JSON: " + e.getMessage());
        } catch (KustomizeException e) {
            throw e.within("error unmarshaling JSON: while decoding JSON");
        }
        // without resources kustomize would find nothing to do, and fail
        return fields.items("resources").isEmpty()
                ? fields.with("buildMetadata", Arr.of(Json.string("originAnnotations")))
                : fields;
    }

    private static Obj madeUp(Folder folder) {
        List<String> resources = new ArrayList<>();
        scan(folder.root(), folder.root(), resources);
        return resources.isEmpty() ? Obj.of("namespace", "_placeholder") : Obj.of("resources", Arr.ofTexts(resources));
    }

    private static void scan(Path root, Path folder, List<String> resources) {
        for (Path entry : sorted(folder)) {
            String relative = "./" + root.relativize(entry);
            if (Files.isDirectory(entry)) {
                boolean isOwn =
                        KustomizationFile.NAMES.stream().anyMatch(name -> Files.isRegularFile(entry.resolve(name)));
                if (isOwn) {
                    resources.add(relative);
                } else if (!Files.isSymbolicLink(entry)) {
                    scan(root, entry, resources);
                }
            } else if (relative.endsWith(".yaml") || relative.endsWith(".yml")) {
                refuseUnreadable(entry);
                resources.add(relative);
            }
        }
    }

    private static List<Path> sorted(Path folder) {
        try (var entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder + " for Kubernetes manifests", e);
        }
    }

    private static void refuseUnreadable(Path file) {
        try {
            Manifests.read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new KustomizeException("open " + file + ": no such file or directory");
        } catch (KustomizeException e) {
            throw new KustomizeException("failed to decode Kubernetes YAML from " + file + ": " + e.text());
        }
    }
}
