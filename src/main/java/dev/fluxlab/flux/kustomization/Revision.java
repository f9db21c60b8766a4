package dev.fluxlab.flux.kustomization;

import dev.fluxlab.document.Obj;
import dev.fluxlab.flux.api.Artifact;
import java.util.HashMap;
import java.util.Map;

/** What is applied: the artifact's revision, and that of its origin where an OCI artifact tells it. */
record Revision(String name, String origin) {

    private static final String ORIGIN = "org.opencontainers.image.revision";

    static Revision of(Artifact artifact) {
        return new Revision(artifact.revision(), artifact.metadata().getOrDefault(ORIGIN, ""));
    }

    /** As events carry it. */
    Map<String, String> metadata() {
        Map<String, String> metadata = new HashMap<>(Map.of(Control.PREFIX + "revision", name));
        if (!origin.isEmpty()) {
            metadata.put(Control.PREFIX + "originRevision", origin);
        }
        return metadata;
    }

    /** As the history keeps it. */
    Obj toJson() {
        Obj revision = Obj.of("revision", name);
        return origin.isEmpty() ? revision : revision.with("originRevision", origin);
    }
}
