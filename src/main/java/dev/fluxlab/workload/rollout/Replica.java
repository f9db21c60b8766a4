package dev.fluxlab.workload.rollout;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A pod as its ReplicaSet looks at it. */
record Replica(Obj object) {

    private static final List<String> PHASES = List.of("Pending", "Unknown", "Running");

    /** Which of two pods is missed less comes first. */
    static final Comparator<Replica> LEAST_MISSED = Comparator.comparing(Replica::isAssigned)
            .thenComparingInt(replica -> PHASES.indexOf(replica.phase()))
            .thenComparing(Replica::isReady)
            .thenComparing(Replica::deletionCost)
            .thenComparing(replica -> replica.readySince().orElse(Instant.MAX), Comparator.reverseOrder())
            .thenComparing(Replica::restarts, Comparator.reverseOrder())
            .thenComparing(Replica::created, Comparator.reverseOrder());

    String name() {
        return object.text("metadata", "name");
    }

    String phase() {
        return object.text("status", "phase");
    }

    boolean isStopping() {
        return !object.text("metadata", "deletionTimestamp").isEmpty();
    }

    boolean isActive() {
        return !isStopping() && !phase().equals("Succeeded") && !phase().equals("Failed");
    }

    private boolean isAssigned() {
        return !object.text("spec", "nodeName").isEmpty();
    }

    private Optional<Obj> readiness() {
        return Conditions.of(object.obj("status")).get("Ready");
    }

    boolean isReady() {
        return readiness()
                .filter(condition -> condition.text("status").equals("True"))
                .isPresent();
    }

    /** Since when it is ready; none when it is not. */
    Optional<Instant> readySince() {
        return isReady()
                ? readiness().map(condition -> Instant.parse(condition.text("lastTransitionTime")))
                : Optional.empty();
    }

    /** When it counts as available: ready for long enough. */
    Optional<Instant> availableFrom(Duration minReady) {
        return readySince().map(minReady::addTo).map(Instant::from);
    }

    private long deletionCost() {
        String cost = object.text("metadata", "annotations", "controller.kubernetes.io/pod-deletion-cost");
        return cost.matches("-?\\d{1,10}") ? Long.parseLong(cost) : 0;
    }

    private int restarts() {
        return object.items("status", "containerStatuses").stream()
                .mapToInt(container -> Whole.at(container, "restartCount"))
                .max()
                .orElse(0);
    }

    private Instant created() {
        String time = object.text("metadata", "creationTimestamp");
        return time.isEmpty() ? Instant.EPOCH : Instant.parse(time);
    }

    boolean has(Json labels) {
        return labels.texts().entrySet().stream()
                .allMatch(label -> label.getValue().equals(object.text("metadata", "labels", label.getKey())));
    }
}
