package dev.fluxlab.workload.rollout;

import java.util.ArrayList;
import java.util.List;

/** What a rolling update does next: first the new set grows as far as it may, then the old ones shrink. */
record RollingPlan(Deployment deployment, Family family) {

    /** The size that a new set may have at once. */
    static int roomFor(Deployment deployment, int newSize, int allSizes) {
        if (deployment.isRecreated()) {
            return deployment.replicas();
        }
        int most = deployment.replicas() + deployment.bounds().surge();
        if (allSizes >= most) {
            return newSize;
        }
        return newSize + Math.min(most - allSizes, deployment.replicas() - newSize);
    }

    List<Scale> growth() {
        ReplicaSet set = family.current().orElseThrow();
        int desired = deployment.replicas();
        int size = set.replicas() > desired
                ? desired
                : roomFor(deployment, set.replicas(), family.sum(ReplicaSet::replicas));
        return List.of(new Scale(set, size)).stream().filter(Scale::changes).toList();
    }

    List<Scale> shrinkage() {
        ReplicaSet current = family.current().orElseThrow();
        int least = deployment.replicas() - deployment.bounds().unavailable();
        int spare = family.sum(ReplicaSet::replicas) - least - (current.replicas() - current.available());
        if (spare <= 0 || family.old().stream().noneMatch(ReplicaSet::isActive)) {
            return List.of();
        }
        List<Scale> unhealthy = unhealthy(spare);
        List<Scale> healthy = new RollingPlan(deployment, family.scaled(unhealthy)).healthy(least);
        List<Scale> all = new ArrayList<>(healthy);
        unhealthy.stream()
                .filter(scale -> healthy.stream().noneMatch(other -> sameSet(scale, other)))
                .forEach(all::add);
        return all.stream()
                .map(scale -> new Scale(original(scale.set().name()), scale.size()))
                .toList();
    }

    private static boolean sameSet(Scale one, Scale other) {
        return one.set().name().equals(other.set().name());
    }

    private ReplicaSet original(String name) {
        return family.old().stream()
                .filter(set -> set.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Pods that are not available go first: they serve nobody. */
    private List<Scale> unhealthy(int most) {
        List<Scale> scales = new ArrayList<>();
        int left = most;
        for (ReplicaSet set : family.old()) {
            int less = Math.min(left, set.replicas() - set.available());
            if (less > 0) {
                scales.add(new Scale(set, set.replicas() - less));
                left -= less;
            }
        }
        return scales;
    }

    private List<Scale> healthy(int least) {
        List<Scale> scales = new ArrayList<>();
        int left = family.sum(ReplicaSet::available) - least;
        for (ReplicaSet set : family.old()) {
            int less = Math.min(set.replicas(), left);
            if (less > 0) {
                scales.add(new Scale(set, set.replicas() - less));
                left -= less;
            }
        }
        return scales;
    }
}
