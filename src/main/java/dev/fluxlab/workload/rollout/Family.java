package dev.fluxlab.workload.rollout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** The ReplicaSets of a Deployment: the one of its present template, if it exists, and the older ones by age. */
record Family(Optional<ReplicaSet> current, List<ReplicaSet> old) {

    Family {
        old = old.stream().sorted(ReplicaSet.BY_AGE).toList();
    }

    /** The oldest set with the template is the current one: there can be two after a race. */
    static Family of(Deployment deployment, List<ReplicaSet> sets) {
        Optional<ReplicaSet> current = sets.stream()
                .sorted(ReplicaSet.BY_AGE)
                .filter(set -> PodTemplate.same(set.object().obj("spec", "template"), deployment.template()))
                .findFirst();
        return new Family(
                current,
                sets.stream().filter(set -> !current.equals(Optional.of(set))).toList());
    }

    List<ReplicaSet> all() {
        return Stream.concat(old.stream(), current.stream()).toList();
    }

    int sum(ToIntFunction<ReplicaSet> count) {
        return all().stream().mapToInt(count).sum();
    }

    Family withCurrent(ReplicaSet set) {
        return new Family(Optional.of(set), old);
    }

    /** The family as it is once the sizes are set. */
    Family scaled(List<Scale> scales) {
        return new Family(
                current.map(set -> scaled(set, scales)),
                old.stream().map(set -> scaled(set, scales)).toList());
    }

    private static ReplicaSet scaled(ReplicaSet set, List<Scale> scales) {
        return scales.stream()
                .filter(scale -> scale.set().name().equals(set.name()))
                .findFirst()
                .map(scale -> set.scaledTo(scale.size()))
                .orElse(set);
    }

    /** The only set with pods; with none, the current one or the youngest; none when several have pods. */
    Optional<ReplicaSet> onlyActiveOrLatest() {
        List<ReplicaSet> active = all().stream().filter(ReplicaSet::isActive).toList();
        if (active.size() > 1) {
            return Optional.empty();
        }
        if (active.size() == 1) {
            return Optional.of(active.get(0));
        }
        return current.or(() -> old.stream().max(ReplicaSet.BY_AGE));
    }

    long highestOldRevision() {
        return old.stream().mapToLong(ReplicaSet::revision).max().orElse(0);
    }

    /** The old sets that the history has no room for, oldest revision first. */
    List<ReplicaSet> beyond(int limit) {
        List<ReplicaSet> alive = new ArrayList<>(old.stream()
                .filter(set ->
                        set.object().text("metadata", "deletionTimestamp").isEmpty())
                .toList());
        alive.sort(Comparator.comparingLong(ReplicaSet::revision).thenComparing(ReplicaSet.BY_AGE));
        return alive.subList(0, Math.max(0, alive.size() - limit)).stream()
                .filter(set -> set.replicas() == 0 && set.observed() == 0)
                .toList();
    }
}
