package dev.fluxlab.forge.git;

import java.time.Instant;
import java.util.List;

/** What a client pushed and the forge took. */
public record Push(HostedRepository repository, Caller caller, Instant at, List<RefChange> changes) {

    public Push {
        changes = List.copyOf(changes);
    }
}
