package dev.fluxlab.workload.rollout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What happens when the number of replicas changes, also in the middle of a rollout. */
record ProportionalPlan(Deployment deployment, Family family) {

    List<Scale> scales() {
        Optional<ReplicaSet> only = family.onlyActiveOrLatest();
        if (only.isPresent()) {
            return List.of(new Scale(only.get(), deployment.replicas()));
        }
        if (family.current().filter(this::isSaturated).isPresent()) {
            return family.old().stream()
                    .filter(ReplicaSet::isActive)
                    .map(set -> new Scale(set, 0))
                    .toList();
        }
        return deployment.isRecreated() ? List.of() : spread();
    }

    private boolean isSaturated(ReplicaSet current) {
        int desired = deployment.replicas();
        return current.replicas() == desired
                && current.available() == desired
                && current.annotated(Revision.DESIRED)
                        .filter(size -> size == desired)
                        .isPresent();
    }

    /** Shares the difference among the sets by their size; what rounding leaves goes to the largest. */
    private List<Scale> spread() {
        int allowed = deployment.replicas() == 0
                ? 0
                : deployment.replicas() + deployment.bounds().surge();
        int toAdd = allowed - family.sum(ReplicaSet::replicas);
        List<ReplicaSet> active = new ArrayList<>(
                family.all().stream().filter(ReplicaSet::isActive).toList());
        Comparator<ReplicaSet> largest =
                Comparator.comparingInt(ReplicaSet::replicas).reversed();
        active.sort(largest.thenComparing(toAdd > 0 ? ReplicaSet.BY_AGE.reversed() : ReplicaSet.BY_AGE));
        List<Scale> scales = new ArrayList<>();
        int added = 0;
        for (ReplicaSet set : active) {
            int share = share(set, toAdd, added);
            scales.add(new Scale(set, set.replicas() + share));
            added += share;
        }
        Scale first = scales.get(0);
        scales.set(0, new Scale(first.set(), Math.max(0, first.size() + toAdd - added)));
        return scales;
    }

    private int share(ReplicaSet set, int toAdd, int added) {
        if (toAdd == 0 || toAdd == added) {
            return 0;
        }
        int fraction = fraction(set);
        return toAdd > 0 ? Math.min(fraction, toAdd - added) : Math.max(fraction, toAdd - added);
    }

    private int fraction(ReplicaSet set) {
        if (deployment.replicas() == 0) {
            return -set.replicas();
        }
        int most = deployment.replicas() + deployment.bounds().surge();
        int mostBefore = set.annotated(Revision.MOST).orElseGet(() -> Whole.at(deployment.status(), "replicas"));
        return mostBefore == 0 ? 0 : (int) Math.round((double) set.replicas() * most / mostBefore) - set.replicas();
    }
}
