package dev.fluxlab.flux.kustomization;

import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.YamlText;
import dev.fluxlab.flux.api.Kustomization;
import dev.fluxlab.flux.api.KustomizationSpec;
import dev.fluxlab.flux.reconcile.Cluster;
import dev.fluxlab.kustomize.KustomizeException;
import dev.fluxlab.kustomize.Rendered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes objects of a folder of an artifact: kustomization file, build, variables, owner labels. */
final class ManifestBuild {

    private static final List<String> FILES = List.of("kustomization.yaml", "kustomization.yml", "Kustomization");

    private final Kustomization kustomization;
    private final Cluster cluster;

    ManifestBuild(Kustomization kustomization, Cluster cluster) {
        this.kustomization = kustomization;
        this.cluster = cluster;
    }

    /** What is to be applied, and the text whose digest the history keeps. */
    record Built(List<Obj> objects, String text) {}

    Built build(Path artifact, Path folder) throws ReconcileFailure {
        try {
            prepare(folder);
            Rendered rendered = dev.fluxlab.kustomize.Kustomization.build(artifact, folder);
            Variables variables = new Variables(kustomization, cluster);
            List<Obj> objects = new ArrayList<>();
            for (Obj object : rendered.objects()) {
                objects.add(variables.fill(object));
            }
            return new Built(owned(flat(objects)), new Rendered(objects).text());
        } catch (KustomizeException e) {
            throw ReconcileFailure.build("kustomize build failed: " + e.getMessage());
        } catch (IOException e) {
            throw ReconcileFailure.build("kustomize build failed: " + e);
        }
    }

    private void prepare(Path folder) throws IOException, ReconcileFailure {
        Optional<Path> found =
                FILES.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
        Path file = found.orElse(folder.resolve(FILES.get(0)));
        Obj content = found.isPresent() ? read(file) : Generated.in(folder);
        Files.writeString(file, YamlText.print(new SpecOverlay(kustomization.getSpec()).over(content)));
    }

    private static Obj read(Path file) throws IOException, ReconcileFailure {
        try {
            Obj content = YamlText.read(Files.readString(file)).obj();
            return isEmpty(content) ? content.with("namespace", "_placeholder") : content;
        } catch (DocumentException e) {
            throw ReconcileFailure.build("failed to decode Kubernetes YAML from " + file + ": " + e.getMessage());
        }
    }

    /** kustomize refuses a file that asks for nothing; Flux takes it for "no objects". */
    private static boolean isEmpty(Obj content) {
        return Stream.of("resources", "components", "configMapGenerator", "secretGenerator", "generators", "namespace")
                .noneMatch(content::has);
    }

    private static List<Obj> flat(List<Obj> objects) {
        List<Obj> flat = new ArrayList<>();
        for (Obj object : objects) {
            if (object.text("kind").endsWith("List") && object.has("items")) {
                object.items("items").stream().map(Json::obj).forEach(flat::add);
            } else if (!object.text("apiVersion").startsWith("kustomize.config.k8s.io/")) {
                flat.add(object);
            }
        }
        return flat;
    }

    private List<Obj> owned(List<Obj> objects) throws ReconcileFailure {
        List<Obj> owned = new ArrayList<>();
        for (Obj object : objects) {
            if (object.text("metadata", "name").isEmpty()
                    || object.text("kind").isEmpty()
                    || object.text("apiVersion").isEmpty()) {
                throw ReconcileFailure.build("failed to decode Kubernetes apiVersion, kind and name from: " + object);
            }
            owned.add(common(Control.owned(
                    object,
                    kustomization.getMetadata().getName(),
                    kustomization.getMetadata().getNamespace())));
        }
        return owned;
    }

    private Obj common(Obj object) {
        KustomizationSpec.CommonMetadata common = kustomization.getSpec().commonMetadata();
        if (common == null) {
            return object;
        }
        return object.withObj(
                "metadata",
                metadata -> texts(texts(metadata, "labels", common.labels()), "annotations", common.annotations()));
    }

    private static Obj texts(Obj metadata, String field, Map<String, String> more) {
        return more.isEmpty()
                ? metadata
                : metadata.withObj(
                        field,
                        texts -> texts.toBuilder().putAll(Obj.ofTexts(more)).build());
    }
}
