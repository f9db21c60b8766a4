package dev.fluxlab.kustomize;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonPatch;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.YamlText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The content of a patch: objects to merge, or operations of RFC 6902. */
record Patch(List<Obj> objects, Optional<JsonPatch> operations) {

    /** The patch that a text holds; what fits neither or both is refused. */
    static Patch of(String text, String source) {
        Optional<JsonPatch> operations = operations(text);
        Optional<List<Obj>> objects = objects(text);
        if (objects.isPresent() && operations.isPresent()) {
            throw new KustomizeException("illegally qualifies as both an SM and JSON patch: " + source);
        }
        if (objects.isEmpty() && operations.isEmpty()) {
            throw new KustomizeException("unable to parse SM or JSON patch from " + source);
        }
        return new Patch(objects.orElse(List.of()), operations);
    }

    private static Optional<List<Obj>> objects(String text) {
        try {
            return Optional.of(Manifests.read(text));
        } catch (KustomizeException e) {
            return Optional.empty();
        }
    }

    private static Optional<JsonPatch> operations(String text) {
        try {
            Json read = text.startsWith("[") ? JsonText.read(text) : YamlText.read(text);
            return read instanceof Arr ? Optional.of(JsonPatch.of(read)) : Optional.empty();
        } catch (DocumentException e) {
            return Optional.empty();
        }
    }

    /** The operations of a text that must hold some, as {@code patchesJson6902} wants it. */
    static JsonPatch operations(Json entry, Folder folder) {
        String text = entry.text("patch");
        if (!entry.text("path").isEmpty()) {
            text = new String(folder.load(entry.text("path")), StandardCharsets.UTF_8);
        }
        JsonPatch read = operations(text).orElse(JsonPatch.of(Arr.EMPTY));
        if (read.size() == 0) {
            throw new KustomizeException("patch appears to be empty; file=" + entry.text("path") + ", JsonOp=" + text);
        }
        return read;
    }
}
