package dev.fluxlab.flux.reconcile;

import dev.fluxlab.document.Json;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Which kinds the API server serves, asked for once and again when one is missing. */
public final class Kinds {

    private final Cluster cluster;
    private final Map<String, Map<String, Kind>> byVersion = new ConcurrentHashMap<>();

    public Kinds(Cluster cluster) {
        this.cluster = cluster;
    }

    /** How a kind is addressed. */
    public record Kind(String plural, boolean namespaced) {}

    public Optional<Kind> find(String apiVersion, String kind) {
        Optional<Kind> known =
                Optional.ofNullable(byVersion.getOrDefault(apiVersion, Map.of()).get(kind));
        return known.isPresent() ? known : ask(apiVersion, kind);
    }

    private Optional<Kind> ask(String apiVersion, String kind) {
        try {
            Json resources = cluster.get((apiVersion.contains("/") ? "/apis/" : "/api/") + apiVersion);
            Map<String, Kind> kinds = resources.items("resources").stream()
                    .filter(resource -> !resource.text("name").contains("/"))
                    .collect(Collectors.toMap(resource -> resource.text("kind"), Kinds::kind, (one, other) -> one));
            byVersion.put(apiVersion, kinds);
            return Optional.ofNullable(kinds.get(kind));
        } catch (ApiFailure e) {
            if (e.isNotFound()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Kind kind(Json resource) {
        boolean namespaced = resource.at("namespaced").flatMap(Json::asBoolean).orElse(false);
        return new Kind(resource.text("name"), namespaced);
    }
}
