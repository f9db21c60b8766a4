package dev.fluxlab.flux.reconcile;

import dev.fluxlab.document.Obj;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;
import java.util.TreeMap;

/** Something worth telling about an object. */
public record Happening(
        HasMetadata object,
        String component,
        Severity severity,
        String reason,
        String message,
        Map<String, String> metadata) {

    private static final String METADATA_PREFIX = "event.toolkit.fluxcd.io/";

    public Happening {
        metadata = Map.copyOf(metadata);
    }

    /** The event's metadata, and those annotations of the object that are meant for its events. */
    public Map<String, String> annotations() {
        Map<String, String> all = new TreeMap<>();
        Map<String, String> own = object.getMetadata().getAnnotations();
        if (own != null) {
            own.forEach((key, value) -> {
                if (key.startsWith(METADATA_PREFIX)) {
                    all.put(key, value);
                }
            });
        }
        all.putAll(metadata);
        return all;
    }

    /** The object as events refer to it. */
    public Obj reference() {
        return Obj.builder()
                .put("kind", object.getKind())
                .put("namespace", object.getMetadata().getNamespace())
                .put("name", object.getMetadata().getName())
                .put("uid", object.getMetadata().getUid())
                .put("apiVersion", object.getApiVersion())
                .put("resourceVersion", object.getMetadata().getResourceVersion())
                .build();
    }
}
