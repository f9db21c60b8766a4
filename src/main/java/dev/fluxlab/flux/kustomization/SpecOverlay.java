package dev.fluxlab.flux.kustomization;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.flux.api.KustomizationSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts what a Kustomization's spec says into the kustomization file that is built. */
final class SpecOverlay {

    private final KustomizationSpec spec;

    SpecOverlay(KustomizationSpec spec) {
        this.spec = spec;
    }

    Obj over(Obj file) {
        Obj.Builder over = file.toBuilder();
        put(over, "namespace", spec.targetNamespace());
        put(over, "namePrefix", spec.namePrefix());
        put(over, "nameSuffix", spec.nameSuffix());
        append(
                over,
                file,
                "patches",
                spec.patches().stream().map(SpecOverlay::patch).toList());
        append(
                over,
                file,
                "components",
                spec.components().stream().map(Json::string).toList());
        if (!spec.images().isEmpty()) {
            over.put("images", images(file.items("images")));
        }
        if (!spec.buildMetadata().isEmpty()) {
            over.put("buildMetadata", buildMetadata());
        }
        return over.build();
    }

    private static void put(Obj.Builder over, String field, String value) {
        if (!value.isEmpty()) {
            over.put(field, value);
        }
    }

    private static void append(Obj.Builder over, Obj file, String field, List<? extends Json> more) {
        if (!more.isEmpty()) {
            List<Json> all = new ArrayList<>(file.items(field));
            all.addAll(more);
            over.put(field, new Arr(all));
        }
    }

    private static Json patch(KustomizationSpec.Patch patch) {
        Obj tree = Obj.of("patch", patch.patch());
        return Optional.ofNullable(patch.target())
                .map(target -> tree.with("target", target(target)))
                .orElse(tree);
    }

    private static Obj target(KustomizationSpec.Selector target) {
        Obj.Builder tree = Obj.builder();
        put(tree, "group", target.group());
        put(tree, "version", target.version());
        put(tree, "kind", target.kind());
        put(tree, "name", target.name());
        put(tree, "namespace", target.namespace());
        put(tree, "labelSelector", target.labelSelector());
        put(tree, "annotationSelector", target.annotationSelector());
        return tree.build();
    }

    private Arr images(List<Json> inFile) {
        List<Json> all = new ArrayList<>(inFile);
        for (KustomizationSpec.Image image : spec.images()) {
            Optional<Json> same = all.stream()
                    .filter(other -> other.text("name").equals(image.name()))
                    .findFirst();
            Obj merged = merged(same.map(Json::obj).orElse(Obj.of("name", image.name())), image);
            if (same.isPresent()) {
                all.set(all.indexOf(same.get()), merged);
            } else {
                all.add(merged);
            }
        }
        return new Arr(all);
    }

    /** Tag and digest are set together, the name on its own. */
    private static Obj merged(Obj before, KustomizationSpec.Image image) {
        Obj.Builder merged = before.toBuilder();
        put(merged, "newName", image.newName());
        if (image.newTag().isEmpty() && image.digest().isEmpty()) {
            return merged.build();
        }
        Obj.Builder replaced = merged.build().without("newTag").without("digest").toBuilder();
        put(replaced, "newTag", image.newTag());
        put(replaced, "digest", image.digest());
        return replaced.build();
    }

    private Arr buildMetadata() {
        return Arr.ofTexts(spec.buildMetadata().stream()
                .map(option -> switch (option) {
                    case ORIGIN_ANNOTATIONS -> "originAnnotations";
                    case TRANSFORMER_ANNOTATIONS -> "transformerAnnotations";
                })
                .toList());
    }
}
