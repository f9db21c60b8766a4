package dev.fluxlab.workload.pod;

import dev.fluxlab.document.Obj;
import dev.fluxlab.workload.frame.Address;
import dev.fluxlab.workload.frame.Cluster;
import java.util.HashSet;
import java.util.Set;

/** The addresses of pods in 10.0.0.0/16: the lowest that no pod has. Nothing listens on them. */
final class PodAddresses {

    private static final int FIRST = 2;
    private static final int COUNT = 1 << 16;

    private final Cluster cluster;
    private final Set<String> taken = new HashSet<>();
    private boolean known;
    private int next = FIRST;

    PodAddresses(Cluster cluster) {
        this.cluster = cluster;
    }

    synchronized String of(Obj pod) {
        String before = pod.text("status", "podIP");
        if (!before.isEmpty()) {
            return before;
        }
        learn();
        while (taken.contains(address(next))) {
            next = next + 1 < COUNT ? next + 1 : FIRST;
        }
        String free = address(next);
        taken.add(free);
        return free;
    }

    synchronized void release(String address) {
        taken.remove(address);
    }

    /** Pods that an earlier run gave an address keep it. */
    private void learn() {
        if (!known) {
            cluster.list(new Address("v1", "pods", "", ""), "").stream()
                    .map(pod -> pod.text("status", "podIP"))
                    .forEach(taken::add);
            known = true;
        }
    }

    private static String address(int number) {
        return "10.0." + number / 256 + "." + number % 256;
    }
}
