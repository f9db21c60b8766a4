package dev.fluxlab.kube.store;

import java.util.Optional;

/**
 * What one revision did to one object. A deletion keeps the last state and has the revision of the deletion; nothing is both
 * missing before and after.
 */
public record Change(long revision, Optional<Stored> before, Optional<Stored> after) {

    public Change {
        if (before.isEmpty() && after.isEmpty()) {
            throw new IllegalArgumentException("revision " + revision + " changes nothing");
        }
    }

    public Key key() {
        return after.or(() -> before).orElseThrow().key();
    }
}
