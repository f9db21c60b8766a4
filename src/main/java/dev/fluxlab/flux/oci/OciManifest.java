package dev.fluxlab.flux.oci;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.util.List;
import java.util.Map;

/** A manifest and the digest of its bytes. */
public record OciManifest(String digest, Obj content) {

    /** A layer of an artifact. */
    public record Layer(String mediaType, String digest, long size, Map<String, String> annotations) {

        public Layer {
            annotations = Map.copyOf(annotations);
        }
    }

    public Map<String, String> annotations() {
        return content.texts("annotations");
    }

    public List<Layer> layers() {
        return content.items("layers").stream().map(OciManifest::layer).toList();
    }

    private static Layer layer(Json layer) {
        return new Layer(
                layer.text("mediaType"),
                layer.text("digest"),
                layer.at("size").flatMap(Json::asLong).orElse(0L),
                layer.texts("annotations"));
    }
}
