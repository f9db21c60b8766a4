package dev.fluxlab.flux.api;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;

/** An object that offers an artifact. */
public interface Source extends HasMetadata {

    Optional<Artifact> artifact();
}
