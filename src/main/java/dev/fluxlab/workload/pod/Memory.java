package dev.fluxlab.workload.pod;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a kubelet knows that no status says; it is lost when the kubelet restarts, as on a real node. */
final class Memory {

    /** A container of a pod, by the pod's uid. */
    record Slot(String uid, String container) {}

    private final Map<Slot, Pull> pulls = new ConcurrentHashMap<>();
    private final Map<Slot, Instant> probes = new ConcurrentHashMap<>();
    private final Map<Slot, Instant> requests = new ConcurrentHashMap<>();
    private final Map<Slot, Instant> configurations = new ConcurrentHashMap<>();

    Pull pull(Slot slot) {
        return pulls.getOrDefault(slot, Pull.none());
    }

    void put(Slot slot, Pull pull) {
        pulls.put(slot, pull);
    }

    Map<Slot, Instant> probes() {
        return probes;
    }

    /** When a container last wrote of a request that failed. */
    Map<Slot, Instant> requests() {
        return requests;
    }

    Map<Slot, Instant> configurations() {
        return configurations;
    }

    void forget(String uid) {
        pulls.keySet().removeIf(slot -> slot.uid().equals(uid));
        probes.keySet().removeIf(slot -> slot.uid().equals(uid));
        requests.keySet().removeIf(slot -> slot.uid().equals(uid));
        configurations.keySet().removeIf(slot -> slot.uid().equals(uid));
    }
}
