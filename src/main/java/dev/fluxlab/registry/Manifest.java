package dev.fluxlab.registry;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import java.util.List;
import java.util.Map;

/** A manifest or an index as a registry holds it. */
public record Manifest(String mediaType, Digest digest, byte[] content) {

    public Obj document() {
        return JsonText.read(content).asObj().orElse(Obj.EMPTY);
    }

    public Map<String, String> annotations() {
        return document().texts("annotations");
    }

    public boolean isIndex() {
        return MediaType.INDEXES.contains(mediaType);
    }

    /** The manifests that an index names; none for an image. */
    public List<Descriptor> manifests() {
        return descriptors("manifests");
    }

    /** The layers of an image; none for an index. */
    public List<Descriptor> layers() {
        return descriptors("layers");
    }

    private List<Descriptor> descriptors(String list) {
        return document().items(list).stream()
                .map(item -> Descriptor.read(item.asObj().orElse(Obj.EMPTY)))
                .toList();
    }

    /** Config and layers: the blobs an image needs. */
    List<Descriptor> blobs() {
        if (isIndex()) {
            return List.of();
        }
        java.util.stream.Stream<Descriptor> config =
                document().get("config").flatMap(Json::asObj).map(Descriptor::read).stream();
        return java.util.stream.Stream.concat(config, layers().stream())
                .distinct()
                .toList();
    }
}
