package dev.fluxlab.kube.serve;

import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.store.Store;
import dev.fluxlab.kube.store.Stored;
import dev.fluxlab.kube.type.ResourceType;
import java.time.InstantSource;

/** What every verb works on. */
record Cluster(Store store, ServedTypes types, InstantSource clock, Names names) {

    /** The time as metadata holds it. */
    String time() {
        return Meta.time(clock.instant());
    }

    /** A kept object in the version that a type speaks. */
    static Obj read(ResourceType type, Stored stored) {
        return type.fromStored(stored.object());
    }
}
