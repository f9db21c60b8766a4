package dev.fluxlab.registry;

import dev.fluxlab.document.Obj;
import java.util.Map;

/** What a manifest or an index says of content: its type, name and size. */
public record Descriptor(String mediaType, Digest digest, long size, Map<String, String> annotations) {

    public Descriptor {
        annotations = Map.copyOf(annotations);
    }

    Descriptor(String mediaType, Digest digest, long size) {
        this(mediaType, digest, size, Map.of());
    }

    static Descriptor read(Obj json) {
        return new Descriptor(
                json.text("mediaType"),
                new Digest(json.text("digest")),
                json.get("size").flatMap(dev.fluxlab.document.Json::asLong).orElse(0L),
                json.texts("annotations"));
    }

    Obj json() {
        Obj.Builder json = Obj.builder()
                .put("mediaType", mediaType)
                .put("digest", digest.value())
                .put("size", size);
        return annotations.isEmpty()
                ? json.build()
                : json.put("annotations", Obj.ofTexts(new java.util.TreeMap<>(annotations)))
                        .build();
    }
}
