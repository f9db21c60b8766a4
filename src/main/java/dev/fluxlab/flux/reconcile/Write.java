package dev.fluxlab.flux.reconcile;

import dev.fluxlab.document.Json;
import java.util.Map;
import java.util.TreeMap;

/** A change to send: how the body is meant, in whose name, and whether it is only tried. */
public record Write(String contentType, Json body, Map<String, String> parameters) {

    public Write {
        parameters = Map.copyOf(parameters);
    }

    public static Write merge(Json patch, String fieldManager) {
        return new Write("application/merge-patch+json", patch, Map.of("fieldManager", fieldManager));
    }

    public static Write jsonPatch(Json patch, String fieldManager) {
        return new Write("application/json-patch+json", patch, Map.of("fieldManager", fieldManager));
    }

    /** A server-side apply that takes fields over from other managers. */
    public static Write apply(Json object, String fieldManager) {
        return new Write("application/apply-patch+yaml", object, Map.of("fieldManager", fieldManager, "force", "true"));
    }

    public static Write create(Json object, String fieldManager) {
        return new Write("application/json", object, Map.of("fieldManager", fieldManager));
    }

    /** The same, tried without being kept. */
    public Write dryRun() {
        Map<String, String> all = new TreeMap<>(parameters);
        all.put("dryRun", "All");
        return new Write(contentType, body, all);
    }
}
