package dev.fluxlab.flux.image;

import dev.fluxlab.flux.policy.TagList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tags that scans found, by the image's full name: two repositories of one image overwrite each other's, and none
 * goes with its repository, as in Flux's own database.
 */
final class TagStore {

    private static final TagList NONE = new TagList(List.of());

    private final Map<String, TagList> byImage = new ConcurrentHashMap<>();

    TagList get(String image) {
        return byImage.getOrDefault(image, NONE);
    }

    void put(String image, TagList tags) {
        byImage.put(image, tags);
    }
}
