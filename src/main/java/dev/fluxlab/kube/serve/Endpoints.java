package dev.fluxlab.kube.serve;

import dev.fluxlab.kube.type.ResourceType;
import java.util.Map;
import java.util.Optional;

/**
 * What answers besides the verbs of kept objects: subresources, by {@code name/verb}, and reviews, by resource.
 *
 * @param unlisted subresources that discovery does not tell of, and a real server does not have
 */
record Endpoints(Map<String, Verb> subresources, Map<String, Verb> unlisted, Map<String, Verb> reviews) {

    Endpoints {
        subresources = Map.copyOf(subresources);
        unlisted = Map.copyOf(unlisted);
        reviews = Map.copyOf(reviews);
    }

    Optional<Verb> subresource(String name, String verb) {
        return Optional.ofNullable(subresources.get(name + "/" + verb));
    }

    Optional<Verb> unlisted(String name, String verb) {
        return Optional.ofNullable(unlisted.get(name + "/" + verb));
    }

    Optional<Verb> review(ResourceType type) {
        return Optional.ofNullable(reviews.get(type.groupResource().toString()));
    }
}
