package dev.fluxlab.kustomize;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.YamlText;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The replacements that an entry of {@code replacements} says, itself or by a path. */
final class ReplacementFile {

    private ReplacementFile() {}

    static List<Json> of(Json entry, Folder folder) {
        String path = entry.text("path");
        if (path.isEmpty()) {
            return List.of(entry);
        }
        if (entry.at("source").isPresent() || !entry.items("targets").isEmpty()) {
            throw new KustomizeException("cannot specify both path and inline replacement");
        }
        try {
            Json read = YamlText.read(new String(folder.load(path), StandardCharsets.UTF_8));
            if (read instanceof Arr arr) {
                return arr.items();
            }
            if (read instanceof Obj) {
                return List.of(read);
            }
            throw new KustomizeException("unsupported replacement type encountered within replacement path: "
                    + (read.isNull() ? "invalid" : read.typeName()));
        } catch (DocumentException e) {
            throw new KustomizeException(String.valueOf(e.getMessage()));
        }
    }
}
