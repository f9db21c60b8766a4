package dev.fluxlab.registry;

import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import java.util.ArrayList;
import java.util.List;

/** What a manifest must be before it is taken: readable, of its type, and whole: everything it names is there. */
final class ManifestCheck {

    private ManifestCheck() {}

    static Obj check(byte[] content, String mediaType, Layout layout) {
        Obj manifest = read(content);
        checkType(manifest, mediaType);
        for (Descriptor part : parts(manifest)) {
            if (layout.blob(part.digest()).isEmpty()) {
                throw new OciException(
                        OciError.MANIFEST_BLOB_UNKNOWN,
                        "the manifest names content that was not pushed: " + part.digest(),
                        Obj.of("digest", part.digest().value()));
            }
        }
        return manifest;
    }

    private static Obj read(byte[] content) {
        try {
            return JsonText.read(content).asObj().orElseThrow(() -> invalid("a manifest is a JSON object"));
        } catch (DocumentException e) {
            throw invalid("the manifest is no JSON: " + e.getMessage());
        }
    }

    private static void checkType(Obj manifest, String mediaType) {
        if (!MediaType.IMAGES.contains(mediaType) && !MediaType.INDEXES.contains(mediaType)) {
            throw invalid("unsupported media type \"" + mediaType + "\"; supported: " + MediaType.ACCEPTED);
        }
        String said = manifest.text("mediaType");
        if (!said.isEmpty() && !said.equals(mediaType)) {
            throw invalid("the manifest says it is " + said + ", its Content-Type says " + mediaType);
        }
        if (manifest.get("schemaVersion").flatMap(Json::asLong).orElse(0L) != 2) {
            throw invalid("schemaVersion is not 2");
        }
        if (MediaType.IMAGES.contains(mediaType) && manifest.obj("config").isEmpty()) {
            throw invalid("the manifest has no config");
        }
    }

    /** What the manifest names, apart from a subject, which may come later. */
    private static List<Descriptor> parts(Obj manifest) {
        List<Descriptor> parts = new ArrayList<>();
        manifest.get("config").flatMap(Json::asObj).map(Descriptor::read).ifPresent(parts::add);
        for (String list : List.of("layers", "manifests")) {
            manifest.items(list)
                    .forEach(item -> parts.add(Descriptor.read(item.asObj().orElse(Obj.EMPTY))));
        }
        return parts;
    }

    private static OciException invalid(String message) {
        return new OciException(OciError.MANIFEST_INVALID, message);
    }
}
