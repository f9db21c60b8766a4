package dev.fluxlab.registry;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Num;
import dev.fluxlab.document.Obj;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What index.json of an image layout says: the manifests that are there, and the tags that name them. A manifest without
 * a tag has an entry of its own, so that other tools keep it.
 *
 * @param manifests every manifest, tagged or not
 * @param tags the digest each tag names
 */
record LayoutIndex(Map<Digest, Descriptor> manifests, TreeMap<String, Digest> tags) {

    private static final String REF_NAME = "org.opencontainers.image.ref.name";

    static LayoutIndex empty() {
        return new LayoutIndex(new LinkedHashMap<>(), new TreeMap<>());
    }

    static LayoutIndex read(Obj json) {
        LayoutIndex index = empty();
        for (Json item : json.items("manifests")) {
            Descriptor entry = Descriptor.read(item.asObj().orElse(Obj.EMPTY));
            index.manifests.put(entry.digest(), new Descriptor(entry.mediaType(), entry.digest(), entry.size()));
            Optional.ofNullable(entry.annotations().get(REF_NAME))
                    .ifPresent(tag -> index.tags.put(tag, entry.digest()));
        }
        return index;
    }

    LayoutIndex withManifest(Descriptor manifest) {
        LayoutIndex copy = copy();
        copy.manifests.put(manifest.digest(), manifest);
        return copy;
    }

    LayoutIndex withTag(String tag, Digest digest) {
        LayoutIndex copy = copy();
        copy.tags.put(tag, digest);
        return copy;
    }

    LayoutIndex withoutTag(String tag) {
        LayoutIndex copy = copy();
        copy.tags.remove(tag);
        return copy;
    }

    LayoutIndex withoutManifest(Digest digest) {
        LayoutIndex copy = copy();
        copy.manifests.remove(digest);
        copy.tags.values().removeIf(digest::equals);
        return copy;
    }

    List<String> tagsOf(Digest digest) {
        return tags.entrySet().stream()
                .filter(tag -> tag.getValue().equals(digest))
                .map(Map.Entry::getKey)
                .toList();
    }

    Optional<Descriptor> find(String reference) {
        Optional<Digest> digest = Digest.isDigest(reference)
                ? Optional.of(new Digest(reference))
                : Optional.ofNullable(tags.get(reference));
        return digest.flatMap(name -> Optional.ofNullable(manifests.get(name)));
    }

    Obj json() {
        Stream<Descriptor> tagged = tags.entrySet().stream().map(this::entryOf);
        Stream<Descriptor> bare = manifests.values().stream().filter(entry -> !tags.containsValue(entry.digest()));
        List<Json> entries =
                Stream.concat(tagged, bare).<Json>map(Descriptor::json).toList();
        return Obj.builder()
                .put("schemaVersion", Num.of(2))
                .put("mediaType", MediaType.INDEX)
                .put("manifests", new Arr(entries))
                .build();
    }

    private Descriptor entryOf(Map.Entry<String, Digest> tag) {
        Descriptor manifest = java.util.Objects.requireNonNull(manifests.get(tag.getValue()), tag.getKey());
        return new Descriptor(manifest.mediaType(), manifest.digest(), manifest.size(), Map.of(REF_NAME, tag.getKey()));
    }

    private LayoutIndex copy() {
        return new LayoutIndex(new LinkedHashMap<>(manifests), new TreeMap<>(tags));
    }
}
