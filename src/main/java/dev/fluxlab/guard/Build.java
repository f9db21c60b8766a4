package dev.fluxlab.guard;

import dev.fluxlab.document.Obj;
import java.util.List;
import java.util.Optional;

/** A folder as it renders, or why it does not; with the Kustomization that applies it, if one does. */
record Build(String folder, Optional<Manifest> by, List<Obj> objects, Optional<String> problem) {

    Optional<Environment> environment() {
        return Environment.ofPath(folder);
    }
}
