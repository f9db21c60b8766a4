package dev.fluxlab.flux.api;

import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import java.util.Map;

/** What a source has fetched, packed and serves. */
public record Artifact(
        @Required @Pattern("^[a-z0-9]+(?:[.+_-][a-z0-9]+)*:[a-zA-Z0-9=_-]+$") String digest,
        @Required String lastUpdateTime,
        Map<String, String> metadata,
        @Required String path,
        @Required String revision,
        long size,
        @Required String url) {

    public Artifact {
        metadata = Absent.map(metadata);
    }
}
