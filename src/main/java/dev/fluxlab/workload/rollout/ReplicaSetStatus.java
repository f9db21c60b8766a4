package dev.fluxlab.workload.rollout;

import dev.fluxlab.document.Obj;
import dev.fluxlab.workload.frame.ApiFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The status that the pods give a set. */
record ReplicaSetStatus(Obj set, List<Replica> pods, Instant now) {

    Obj with(Optional<ApiFailure> failure) {
        List<Replica> active = pods.stream().filter(Replica::isActive).toList();
        Obj labels = set.obj("spec", "template", "metadata", "labels");
        Obj.Builder status = Obj.builder();
        status.put("replicas", active.size());
        put(
                status,
                "fullyLabeledReplicas",
                active.stream().filter(pod -> pod.has(labels)).count());
        put(status, "readyReplicas", active.stream().filter(Replica::isReady).count());
        put(
                status,
                "availableReplicas",
                active.stream().filter(this::isAvailable).count());
        status.put(
                "terminatingReplicas", pods.stream().filter(Replica::isStopping).count());
        put(status, "observedGeneration", Whole.at(set, "metadata", "generation"));
        Conditions conditions = conditions(failure);
        if (!conditions.list().isEmpty()) {
            status.put("conditions", conditions.toArr());
        }
        return status.build();
    }

    private static void put(Obj.Builder status, String key, long count) {
        if (count != 0) {
            status.put(key, count);
        }
    }

    private Conditions conditions(Optional<ApiFailure> failure) {
        Conditions before = Conditions.of(set.obj("status"));
        return failure.map(e -> before.with(Conditions.condition(
                                "ReplicaFailure", "True", "FailedCreate", String.valueOf(e.getMessage()), now)
                        .without("lastUpdateTime")))
                .orElse(before.without("ReplicaFailure"));
    }

    private Duration minReady() {
        return Duration.ofSeconds(Whole.at(set, "spec", "minReadySeconds"));
    }

    private boolean isAvailable(Replica pod) {
        return pod.availableFrom(minReady())
                .filter(moment -> !moment.isAfter(now))
                .isPresent();
    }

    /** When the next ready pod becomes available by the passing of time alone. */
    Optional<Instant> nextAvailable() {
        return pods.stream()
                .filter(Replica::isActive)
                .flatMap(pod -> pod.availableFrom(minReady()).stream())
                .filter(moment -> moment.isAfter(now))
                .min(Instant::compareTo);
    }
}
