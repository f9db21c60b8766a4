package dev.fluxlab.flux.kustomization;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.flux.api.Kustomization;
import dev.fluxlab.flux.api.KustomizationSpec;
import dev.fluxlab.flux.reconcile.Run;
import dev.fluxlab.kustomize.FluxBuild;
import dev.fluxlab.kustomize.KustomizeException;
import dev.fluxlab.kustomize.Rendered;
import dev.fluxlab.kustomize.Substitution;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes objects of a folder of an artifact: kustomization file, build, variables, owner labels. */
final class ManifestBuild {

    private static final List<String> FILES = List.of("kustomization.yaml", "kustomization.yml", "Kustomization");

    private final Run<Kustomization> run;

    ManifestBuild(Run<Kustomization> run) {
        this.run = run;
    }

    /** What is to be applied, and the text whose digest the history keeps. */
    record Built(List<Obj> objects, String text) {}

    Built build(Path artifact, Path folder) throws ReconcileFailure {
        List<Obj> filled = filled(rendered(artifact, folder));
        return new Built(owned(flat(filled)), new Rendered(filled).text());
    }

    private static List<Obj> rendered(FluxBuild build) throws ReconcileFailure {
        try {
            return build.render().objects();
        } catch (KustomizeException e) {
            throw ReconcileFailure.build("kustomize build failed: " + e.getMessage());
        }
    }

    private List<Obj> rendered(Path artifact, Path folder) throws ReconcileFailure {
        FluxBuild build;
        try {
            build = FluxBuild.prepare(artifact, folder, run.spec());
        } catch (KustomizeException e) {
            throw ReconcileFailure.build(String.valueOf(e.getMessage()));
        }
        return rendered(build);
    }

    private List<Obj> filled(List<Obj> objects) throws ReconcileFailure {
        if (objects.isEmpty() || run.resource().getSpec().postBuild() == null) {
            return objects;
        }
        try {
            Substitution substitution = new Variables(run, objects.get(0)).substitution();
            return objects.stream().map(substitution::apply).toList();
        } catch (KustomizeException e) {
            throw ReconcileFailure.build(String.valueOf(e.getMessage()));
        }
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
            owned.add(common(Control.owned(Typed.of(object), run.name(), run.namespace())));
        }
        return owned;
    }

    private Obj common(Obj object) {
        KustomizationSpec.CommonMetadata common = run.resource().getSpec().commonMetadata();
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
