package dev.fluxlab.workload.lifetime;

import dev.fluxlab.workload.frame.Address;
import java.util.List;

/** An object as the garbage collector knows it. */
record Node(Address address, String uid, List<Reference> owners, List<String> finalizers, boolean deleting) {

    static final String FOREGROUND = "foregroundDeletion";
    static final String ORPHAN = "orphan";

    Node {
        owners = List.copyOf(owners);
        finalizers = List.copyOf(finalizers);
    }

    /** An owner that an object names. */
    record Reference(String apiVersion, String kind, String name, String uid, boolean blocks) {}

    boolean waitsForDependents() {
        return deleting && finalizers.contains(FOREGROUND);
    }

    boolean letsDependentsGo() {
        return deleting && finalizers.contains(ORPHAN);
    }

    boolean names(String owner) {
        return owners.stream().anyMatch(reference -> reference.uid().equals(owner));
    }

    boolean blocks(String owner) {
        return owners.stream().anyMatch(reference -> reference.uid().equals(owner) && reference.blocks());
    }
}
