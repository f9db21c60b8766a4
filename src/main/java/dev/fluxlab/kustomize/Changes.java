package dev.fluxlab.kustomize;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Bool;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The changes that a kustomization file asks for, in the order in which kustomize makes them. */
final class Changes {

    /** A change and the name of the plugin that kustomize makes it with. */
    record Step(String plugin, Change change) {}

    private final Folder folder;
    private final KustomizationFile file;
    private final List<Step> steps = new ArrayList<>();

    Changes(Folder folder, KustomizationFile file) {
        this.folder = folder;
        this.file = file;
    }

    List<Step> all() {
        patches();
        names();
        labels();
        patchesJson();
        file.list("replicas")
                .forEach(each -> add(
                        "ReplicaCountTransformer",
                        new ReplicaChange(each.text("name"), each.at("count").orElse(Json.number(0)))));
        file.images().forEach(each -> add("ImageTagTransformer", new ImageChange(each)));
        replacements();
        return steps;
    }

    private void add(String plugin, Change change) {
        steps.add(new Step(plugin, change));
    }

    private void patches() {
        List<String> merges = file.texts("patchesStrategicMerge");
        if (!merges.isEmpty()) {
            Obj config = Obj.of("paths", Arr.ofTexts(merges));
            add(
                    "PatchStrategicMergeTransformer",
                    Build.configured(
                            "PatchStrategicMergeTransformer", config, () -> PatchChange.merges(merges, folder)));
        }
        for (Json entry : file.list("patches")) {
            add("PatchTransformer", Build.configured("PatchTransformer", entry, () -> PatchChange.of(entry, folder)));
        }
    }

    private void names() {
        if (!file.text("namespace").isEmpty()) {
            add("NamespaceTransformer", new NamespaceChange(file.text("namespace")));
        }
        if (!file.text("namePrefix").isEmpty()) {
            add("PrefixTransformer", new AffixChange(file.text("namePrefix"), ""));
        }
        if (!file.text("nameSuffix").isEmpty()) {
            add("SuffixTransformer", new AffixChange("", file.text("nameSuffix")));
        }
    }

    private void labels() {
        for (Json label : file.list("labels")) {
            add("LabelTransformer", new TextsChange(label.texts("pairs"), labelFields(label)));
        }
        if (!file.list("labels").isEmpty() || !file.map("commonLabels").isEmpty()) {
            add("LabelTransformer", new TextsChange(file.map("commonLabels"), FieldSpecs.SELECTOR_LABELS));
        }
        if (!file.map("commonAnnotations").isEmpty()) {
            add("AnnotationsTransformer", new TextsChange(file.map("commonAnnotations"), FieldSpecs.ANNOTATIONS));
        }
    }

    private static List<FieldSpec> labelFields(Json label) {
        Set<FieldSpec> fields = new LinkedHashSet<>();
        for (Json field : label.items("fields")) {
            fields.add(new FieldSpec(
                    new Gvk(field.text("group"), field.text("version"), field.text("kind")),
                    field.text("path"),
                    isOn(field, "create")));
        }
        if (isOn(label, "includeSelectors")) {
            fields.addAll(FieldSpecs.SELECTOR_LABELS);
        } else if (isOn(label, "includeTemplates")) {
            fields.addAll(FieldSpecs.TEMPLATE_LABELS);
        } else {
            fields.add(FieldSpec.of("+metadata/labels"));
        }
        return List.copyOf(fields);
    }

    private static boolean isOn(Json object, String field) {
        return object.at(field).map(Bool.TRUE::equals).orElse(false);
    }

    private void patchesJson() {
        for (Json entry : file.list("patchesJson6902")) {
            add(
                    "PatchJson6902Transformer",
                    Build.configured("PatchJson6902Transformer", entry, () -> PatchChange.json(entry, folder)));
        }
    }

    private void replacements() {
        List<Change> read = new ArrayList<>();
        for (Json entry : file.list("replacements")) {
            Build.configured(
                            "ReplacementTransformer",
                            Obj.of("Replacements", new Arr(file.list("replacements"))),
                            () -> ReplacementFile.of(entry, folder))
                    .forEach(each -> read.add(new Replacement(each)));
        }
        if (!read.isEmpty()) {
            add("ReplacementTransformer", resources -> read.forEach(each -> each.apply(resources)));
        }
    }
}
