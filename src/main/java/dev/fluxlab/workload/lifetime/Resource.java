package dev.fluxlab.workload.lifetime;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.workload.frame.Address;
import dev.fluxlab.workload.frame.ApiFailure;
import dev.fluxlab.workload.frame.Cluster;
import java.util.ArrayList;
import java.util.List;

/** A kind that the server serves: what discovery says of it. */
record Resource(String apiVersion, String plural, String kind, boolean namespaced, List<String> verbs) {

    Resource {
        verbs = List.copyOf(verbs);
    }

    boolean can(String verb) {
        return verbs.contains(verb);
    }

    Address in(String namespace) {
        return new Address(apiVersion, plural, namespace, "");
    }

    /** Everything served in the version its group prefers, without subresources. */
    static List<Resource> all(Cluster cluster) {
        List<Resource> all = new ArrayList<>(of(cluster, "v1", "/api/v1"));
        for (Json group : cluster.get("/apis").items("groups")) {
            String version = group.text("preferredVersion", "groupVersion");
            try {
                all.addAll(of(cluster, version, "/apis/" + version));
            } catch (ApiFailure e) {
                if (!e.isNotFound()) { // gone since it was listed
                    throw e;
                }
            }
        }
        return all;
    }

    private static List<Resource> of(Cluster cluster, String version, String path) {
        return cluster.get(path).items("resources").stream()
                .map(Json::obj)
                .filter(resource -> !resource.text("name").contains("/"))
                .map(resource -> of(version, resource))
                .toList();
    }

    private static Resource of(String version, Obj resource) {
        return new Resource(
                version,
                resource.text("name"),
                resource.text("kind"),
                resource.at("namespaced").flatMap(Json::asBoolean).orElse(false),
                resource.items("verbs").stream()
                        .flatMap(verb -> verb.asText().stream())
                        .toList());
    }
}
