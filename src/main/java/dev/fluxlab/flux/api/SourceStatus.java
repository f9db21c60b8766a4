package dev.fluxlab.flux.api;

import org.jspecify.annotations.Nullable;

/** What every source reports. */
public interface SourceStatus extends FluxStatus {

    @Nullable
    Artifact artifact();
}
