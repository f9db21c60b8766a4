package dev.fluxlab.workload.rollout;

/** A ReplicaSet and the size it is to have. */
record Scale(ReplicaSet set, int size) {

    boolean changes() {
        return set.replicas() != size;
    }
}
