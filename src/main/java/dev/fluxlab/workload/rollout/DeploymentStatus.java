package dev.fluxlab.workload.rollout;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.time.Instant;
import java.util.Optional;

/** What the status of a Deployment is to say about its ReplicaSets at a moment. */
record DeploymentStatus(Deployment deployment, Family family, Instant now) {

    static final String PROGRESSING = "Progressing";
    private static final String AVAILABLE = "Available";
    private static final String FAILURE = "ReplicaFailure";
    static final String COMPLETE = "NewReplicaSetAvailable";
    static final String TIMED_OUT = "ProgressDeadlineExceeded";

    /** The counts and whether enough is available; the other conditions as they were. */
    Obj counted() {
        int available = family.sum(ReplicaSet::available);
        int total = family.sum(ReplicaSet::replicas);
        Obj.Builder status = Obj.builder();
        put(status, "observedGeneration", Whole.at(deployment.object(), "metadata", "generation"));
        put(status, "replicas", family.sum(ReplicaSet::observed));
        put(
                status,
                "updatedReplicas",
                family.current().map(ReplicaSet::observed).orElse(0));
        put(status, "readyReplicas", family.sum(ReplicaSet::ready));
        put(status, "availableReplicas", available);
        put(status, "unavailableReplicas", Math.max(0, total - available));
        terminating().ifPresent(count -> status.put("terminatingReplicas", Json.number(count)));
        deployment.status().get("collisionCount").ifPresent(count -> status.put("collisionCount", count));
        Conditions conditions = Conditions.of(deployment.status()).with(availability(available));
        return status.put("conditions", conditions.toArr()).build();
    }

    private static void put(Obj.Builder status, String key, int count) {
        if (count != 0) {
            status.put(key, count);
        }
    }

    /** Known only when every set says it. */
    private Optional<Integer> terminating() {
        boolean known = family.all().stream().allMatch(set -> set.terminating().isPresent());
        return known ? Optional.of(family.sum(set -> set.terminating().orElse(0))) : Optional.empty();
    }

    private Obj availability(int available) {
        int least = deployment.replicas() - deployment.bounds().unavailable();
        return available >= least
                ? condition(AVAILABLE, "True", "MinimumReplicasAvailable", "Deployment has minimum availability.")
                : condition(
                        AVAILABLE,
                        "False",
                        "MinimumReplicasUnavailable",
                        "Deployment does not have minimum availability.");
    }

    private Obj condition(String type, String status, String reason, String message) {
        return Conditions.condition(type, status, reason, message, now);
    }

    /** The counts, and how the rollout gets on. */
    Obj rolledOut() {
        Obj status = counted();
        Conditions conditions = Conditions.of(status);
        if (deployment.deadline().isEmpty()) {
            conditions = conditions.without(PROGRESSING);
        } else if (!wasComplete(status, conditions)) {
            conditions = progress(status, conditions);
        }
        Optional<Obj> failure = failure();
        conditions = failure.isPresent() ? conditions.with(failure.get()) : conditions.without(FAILURE);
        return status.with("conditions", conditions.toArr());
    }

    private static boolean wasComplete(Obj status, Conditions conditions) {
        return Whole.at(status, "replicas") == Whole.at(status, "updatedReplicas")
                && conditions.reason(PROGRESSING).equals(COMPLETE);
    }

    private Conditions progress(Obj status, Conditions conditions) {
        if (isComplete(status)) {
            return conditions.with(
                    condition(PROGRESSING, "True", COMPLETE, subject() + " has successfully progressed."));
        }
        if (isProgressing(status)) {
            Obj updated = condition(PROGRESSING, "True", "ReplicaSetUpdated", subject() + " is progressing.");
            Obj kept = conditions
                    .get(PROGRESSING)
                    .filter(before -> before.text("status").equals("True"))
                    .map(before -> updated.with("lastTransitionTime", before.text("lastTransitionTime")))
                    .orElse(updated);
            return conditions.replaced(kept);
        }
        if (isTimedOut(conditions)) {
            return conditions.with(
                    condition(PROGRESSING, "False", TIMED_OUT, subject() + " has timed out progressing."));
        }
        return conditions;
    }

    private String subject() {
        return family.current()
                .map(set -> "ReplicaSet \"" + set.name() + "\"")
                .orElse("Deployment \"" + deployment.name() + "\"");
    }

    boolean isComplete(Obj status) {
        int desired = deployment.replicas();
        return Whole.at(status, "updatedReplicas") == desired
                && Whole.at(status, "replicas") == desired
                && Whole.at(status, "availableReplicas") == desired
                && Whole.at(status, "observedGeneration") >= Whole.at(deployment.object(), "metadata", "generation");
    }

    private boolean isProgressing(Obj status) {
        Obj before = deployment.status();
        return Whole.at(status, "updatedReplicas") > Whole.at(before, "updatedReplicas")
                || outdated(status) < outdated(before)
                || Whole.at(status, "readyReplicas") > Whole.at(before, "readyReplicas")
                || Whole.at(status, "availableReplicas") > Whole.at(before, "availableReplicas");
    }

    private static int outdated(Obj status) {
        return Whole.at(status, "replicas") - Whole.at(status, "updatedReplicas");
    }

    private boolean isTimedOut(Conditions conditions) {
        String reason = conditions.reason(PROGRESSING);
        if (reason.isEmpty() || reason.equals(COMPLETE)) {
            return false;
        }
        return reason.equals(TIMED_OUT)
                || deadlineOf(conditions).filter(now::isAfter).isPresent();
    }

    private Optional<Instant> deadlineOf(Conditions conditions) {
        return conditions
                .get(PROGRESSING)
                .flatMap(condition -> deployment.deadline().map(Instant.parse(condition.text("lastUpdateTime"))::plus));
    }

    /** When to look again whether the rollout is stuck; none when it is complete or known to be. */
    Optional<Instant> nextLook(Obj status) {
        Conditions conditions = Conditions.of(status);
        String reason = conditions.reason(PROGRESSING);
        if (isComplete(status) || reason.equals(TIMED_OUT) || reason.equals(COMPLETE)) {
            return Optional.empty();
        }
        return deadlineOf(conditions).map(deadline -> deadline.plusSeconds(1));
    }

    private Optional<Obj> failure() {
        return family.current()
                .flatMap(set -> Conditions.of(set.object().obj("status")).get(FAILURE))
                .or(() -> family.all().stream()
                        .flatMap(set -> Conditions.of(set.object().obj("status")).get(FAILURE).stream())
                        .findFirst())
                .map(condition -> condition(
                        FAILURE, condition.text("status"), condition.text("reason"), condition.text("message")));
    }
}
