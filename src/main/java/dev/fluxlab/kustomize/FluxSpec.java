package dev.fluxlab.kustomize;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Bool;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the spec of a Flux Kustomization changes in a kustomization file before it is built. */
record FluxSpec(Obj spec, Folder folder) {

    private static final Map<String, String> TEXTS =
            Map.of("targetNamespace", "namespace", "namePrefix", "namePrefix", "nameSuffix", "nameSuffix");

    Obj change(Obj file) {
        Obj.Builder changed = file.toBuilder();
        TEXTS.forEach((from, to) -> spec.get(from).ifPresent(text -> changed.put(to, text)));
        append(changed, file, "patches", spec.items("patches"));
        append(changed, file, "components", components());
        if (!spec.items("images").isEmpty()) {
            changed.put("images", images(file.items("images")));
        }
        if (!spec.items("buildMetadata").isEmpty()) {
            changed.put("buildMetadata", new Arr(spec.items("buildMetadata")));
        }
        return changed.build();
    }

    private static void append(Obj.Builder changed, Obj file, String field, List<Json> added) {
        if (!added.isEmpty()) {
            List<Json> all = new ArrayList<>(file.items(field));
            all.addAll(added);
            changed.put(field, new Arr(all));
        }
    }

    private List<Json> components() {
        List<Json> kept = new ArrayList<>();
        boolean ignoreMissing =
                spec.get("ignoreMissingComponents").map(Bool.TRUE::equals).orElse(false);
        for (Json component : spec.items("components")) {
            String path = Scalars.text(component);
            if (path.contains("://") || path.startsWith("git@") || Path.of(path).isAbsolute()) {
                throw new KustomizeException("component path '" + path + "' must be local and relative");
            }
            if (!ignoreMissing || Files.exists(folder.root().resolve(path))) {
                kept.add(component);
            }
        }
        return kept;
    }

    /** The spec's images over the file's: a tag or digest replaces both, a name only the name. */
    private Arr images(List<Json> own) {
        List<Json> images = new ArrayList<>(own);
        for (Json image : spec.items("images")) {
            int index = indexOf(images, image.text("name"));
            if (index < 0) {
                images.add(image);
            } else {
                images.set(index, merged(images.get(index).asObj().orElse(Obj.EMPTY), image));
            }
        }
        return new Arr(images);
    }

    private static int indexOf(List<Json> images, String name) {
        return images.stream().map(image -> image.text("name")).toList().indexOf(name);
    }

    private static Obj merged(Obj own, Json image) {
        Obj named = image.text("newName").isEmpty() ? own : own.with("newName", image.text("newName"));
        return image.text("newTag").isEmpty() && image.text("digest").isEmpty()
                ? named
                : named.with("newTag", image.text("newTag")).with("digest", image.text("digest"));
    }
}
