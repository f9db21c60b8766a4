package dev.fluxlab.kustomize;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.YamlText;
import java.nio.file.Path;
import java.util.List;

/** Where an object, or a change to it, comes from: a file, or a field of a kustomization. */
record Origin(String path, String configuredIn, String builtin) {

    static final Origin ROOT = new Origin("", "", "");

    Origin below(String relative) {
        return new Origin(Path.of(path, relative).normalize().toString(), "", "");
    }

    /** What the plugin configured in the given kustomization file of this folder made or changed. */
    Origin by(String plugin, String file) {
        return new Origin("", Path.of(path, file).normalize().toString(), plugin);
    }

    String text() {
        return YamlText.print(tree());
    }

    /** As kyaml prints a list: indented below its key, and so by two in all. */
    static String text(List<Origin> origins) {
        return YamlText.print(new Arr(origins.stream().<Json>map(Origin::tree).toList()));
    }

    private Obj tree() {
        if (builtin.isEmpty()) {
            return Obj.of("path", path);
        }
        return Obj.builder()
                .put("configuredIn", configuredIn)
                .put(
                        "configuredBy",
                        Obj.builder()
                                .put("apiVersion", "builtin")
                                .put("kind", builtin)
                                .build())
                .build();
    }
}
