package dev.fluxlab.registry;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Num;
import dev.fluxlab.document.Obj;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A small OCI image, ready to be pushed.
 *
 * @param blobs config and layers by their digest
 */
public record Image(byte[] manifest, Map<Digest, byte[]> blobs) {

    public Image {
        blobs = Map.copyOf(blobs);
    }

    public static Builder builder(Instant created) {
        return new Builder(created);
    }

    public Digest digest() {
        return Digest.of(manifest);
    }

    /** Collects what an image holds. The moment of creation is part of it: built twice, it has two digests. */
    public static final class Builder {

        private final Instant created;
        private final Map<String, String> labels = new TreeMap<>();
        private final Map<String, String> annotations = new TreeMap<>();
        private final List<Map<String, byte[]>> layers = new ArrayList<>();

        private Builder(Instant created) {
            this.created = created;
        }

        public Builder label(String name, String value) {
            labels.put(name, value);
            return this;
        }

        public Builder annotation(String name, String value) {
            annotations.put(name, value);
            return this;
        }

        /** Sets the annotations by which an image says where it comes from. */
        public Builder origin(String source, String revision, String version) {
            annotation("org.opencontainers.image.source", source);
            annotation("org.opencontainers.image.revision", revision);
            return annotation("org.opencontainers.image.version", version);
        }

        /** Adds a layer of files, by their path. */
        public Builder layer(Map<String, byte[]> files) {
            layers.add(Map.copyOf(files));
            return this;
        }

        public Image build() {
            Map<Digest, byte[]> blobs = new LinkedHashMap<>();
            List<Json> descriptors = new ArrayList<>();
            List<String> diffs = new ArrayList<>();
            for (Map<String, byte[]> layer : layers) {
                byte[] tar = Tar.of(layer);
                byte[] packed = Tar.gzip(tar);
                diffs.add(Digest.of(tar).value());
                descriptors.add(add(blobs, MediaType.LAYER, packed));
            }
            Json config = add(blobs, MediaType.CONFIG, JsonText.bytes(config(diffs)));
            return new Image(JsonText.bytes(manifest(config, descriptors)), blobs);
        }

        private static Json add(Map<Digest, byte[]> blobs, String mediaType, byte[] content) {
            Digest digest = Digest.of(content);
            blobs.put(digest, content);
            return new Descriptor(mediaType, digest, content.length).json();
        }

        private Obj config(List<String> diffs) {
            Obj history = Obj.builder()
                    .put("created", created.toString())
                    .put("created_by", "fluxlab build")
                    .build();
            return Obj.builder()
                    .put("created", created.toString())
                    .put("architecture", "amd64")
                    .put("os", "linux")
                    .put("config", Obj.of("Labels", Obj.ofTexts(labels)))
                    .put(
                            "rootfs",
                            Obj.builder()
                                    .put("type", "layers")
                                    .put("diff_ids", Arr.ofTexts(diffs))
                                    .build())
                    .put(
                            "history",
                            new Arr(layers.stream().<Json>map(each -> history).toList()))
                    .build();
        }

        private Obj manifest(Json config, List<Json> descriptors) {
            Obj.Builder manifest = Obj.builder()
                    .put("schemaVersion", Num.of(2))
                    .put("mediaType", MediaType.MANIFEST)
                    .put("config", config)
                    .put("layers", new Arr(descriptors));
            return annotations.isEmpty()
                    ? manifest.build()
                    : manifest.put("annotations", Obj.ofTexts(annotations)).build();
        }
    }
}
