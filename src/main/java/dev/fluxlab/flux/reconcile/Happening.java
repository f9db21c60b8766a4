package dev.fluxlab.flux.reconcile;

import dev.fluxlab.document.Obj;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;

/** Something worth telling about an object. */
public record Happening(
        HasMetadata object,
        String component,
        Severity severity,
        String reason,
        String message,
        Map<String, String> metadata) {

    public Happening {
        metadata = Map.copyOf(metadata);
    }

    Obj reference() {
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
