package dev.fluxlab.flux.kustomization;

import dev.fluxlab.flux.api.KustomizationSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What Flux would do with a Kustomization and fluxlab does not: said in the conditions, never ignored. */
final class Unsupported {

    static final String REASON = "UnsupportedByFluxlab";

    private Unsupported() {}

    /** What the object asks for in vain. */
    static Optional<String> find(KustomizationSpec spec) {
        Map<String, Boolean> used = new LinkedHashMap<>();
        used.put("decryption", spec.decryption() != null);
        used.put("kubeConfig", spec.kubeConfig() != null);
        used.put("healthCheckExprs", !spec.healthCheckExprs().isEmpty());
        used.put("ignore", !spec.ignore().isEmpty());
        used.put("dependsOn.readyExpr", spec.dependsOn().stream().anyMatch(dependency -> !dependency
                .readyExpr()
                .isEmpty()));
        return used.entrySet().stream()
                .filter(Map.Entry::getValue)
                .findFirst()
                .map(field -> "fluxlab's kustomize-controller does not do spec." + field.getKey()
                        + "; remove it, or use a cluster with Flux's own controllers");
    }
}
