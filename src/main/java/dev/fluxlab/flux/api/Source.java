package dev.fluxlab.flux.api;

import java.util.Optional;

/** What offers an artifact. Not a resource by type, or Jackson would read it as fabric8 reads unknown kinds. */
public interface Source {

    Optional<Artifact> artifact();
}
