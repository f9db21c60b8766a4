package dev.fluxlab.flux.kustomization;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The health of one object by itself; the rules are those of kstatus. */
final class HealthRules {

    private static final String PROGRESS_DEADLINE_EXCEEDED = "ProgressDeadlineExceeded";
    private static final long UNSCHEDULABLE_SECONDS = 15;
    private static final long NO_DEADLINE = Integer.MAX_VALUE;
    private static final Set<String> DONE_PHASES = Set.of("Succeeded", "Failed");

    private final Instant now;

    HealthRules(Instant now) {
        this.now = now;
    }

    Health of(Obj object) {
        if (object.at("metadata", "deletionTimestamp").isPresent()) {
            return Health.TERMINATING;
        }
        if (!isObserved(object) || isTrue(object, "Reconciling")) {
            return Health.IN_PROGRESS;
        }
        if (isTrue(object, "Stalled")) {
            return Health.FAILED;
        }
        return byKind(object);
    }

    private static boolean isObserved(Obj object) {
        Optional<Long> observed = object.at("status", "observedGeneration").flatMap(Json::asLong);
        return observed.isEmpty()
                || observed.equals(object.at("metadata", "generation").flatMap(Json::asLong));
    }

    private Health byKind(Obj object) {
        return switch (Target.of(object).group() + "/" + object.text("kind")) {
            case "apps/Deployment" -> deployment(object);
            case "apps/ReplicaSet" -> replicaSet(object);
            case "apps/StatefulSet" -> statefulSet(object);
            case "apps/DaemonSet" -> daemonSet(object);
            case "/Pod" -> pod(object);
            case "batch/Job" -> job(object);
            case "/PersistentVolumeClaim" -> current(
                    object.text("status", "phase").equals("Bound"));
            case "/Service" -> service(object);
            case "policy/PodDisruptionBudget" -> Health.CURRENT;
            case "apiextensions.k8s.io/CustomResourceDefinition" -> definition(object);
            default -> generic(object);
        };
    }

    private static Health current(boolean is) {
        return is ? Health.CURRENT : Health.IN_PROGRESS;
    }

    private static Health generic(Obj object) {
        return condition(object, "Ready")
                .map(ready -> current(ready.text("status").equals("True")))
                .orElse(Health.CURRENT);
    }

    private static long number(Obj object, long absent, String... path) {
        return object.at(path).flatMap(Json::asLong).orElse(absent);
    }

    private static Health deployment(Obj deployment) {
        if (reason(deployment, "Progressing").equals(PROGRESS_DEADLINE_EXCEEDED)) {
            return Health.FAILED;
        }
        long wanted = number(deployment, 1, "spec", "replicas");
        long updated = number(deployment, 0, "status", "updatedReplicas");
        long replicas = number(deployment, 0, "status", "replicas");
        long available = number(deployment, 0, "status", "availableReplicas");
        long ready = number(deployment, 0, "status", "readyReplicas");
        boolean counted = replicas >= wanted
                && updated >= wanted
                && replicas <= wanted
                && available >= updated
                && ready >= wanted;
        boolean deadline = number(deployment, NO_DEADLINE, "spec", "progressDeadlineSeconds") < NO_DEADLINE;
        boolean progressed = !deadline
                || isTrue(deployment, "Progressing")
                        && reason(deployment, "Progressing").equals("NewReplicaSetAvailable");
        return current(counted && progressed && isTrue(deployment, "Available"));
    }

    private static Health replicaSet(Obj set) {
        long wanted = number(set, 1, "spec", "replicas");
        return current(!isTrue(set, "ReplicaFailure")
                && number(set, 0, "status", "fullyLabeledReplicas") >= wanted
                && number(set, 0, "status", "availableReplicas") >= wanted
                && number(set, 0, "status", "readyReplicas") >= wanted
                && number(set, 0, "status", "replicas") <= wanted);
    }

    private static Health statefulSet(Obj set) {
        if (set.text("spec", "updateStrategy", "type").equals("OnDelete")) {
            return Health.CURRENT;
        }
        long wanted = number(set, 1, "spec", "replicas");
        long partition = number(set, 0, "spec", "updateStrategy", "rollingUpdate", "partition");
        boolean counted = number(set, 0, "status", "replicas") == wanted
                && number(set, 0, "status", "readyReplicas") >= wanted
                && number(set, 0, "status", "updatedReplicas") >= wanted - partition;
        boolean rolled =
                partition > 0 || set.text("status", "currentRevision").equals(set.text("status", "updateRevision"));
        return current(counted && rolled);
    }

    private static Health daemonSet(Obj set) {
        long desired = number(set, -1, "status", "desiredNumberScheduled");
        return current(desired >= 0
                && number(set, 0, "status", "currentNumberScheduled") >= desired
                && number(set, 0, "status", "updatedNumberScheduled") >= desired
                && number(set, 0, "status", "numberAvailable") >= desired
                && number(set, 0, "status", "numberReady") >= desired);
    }

    private Health pod(Obj pod) {
        String phase = pod.text("status", "phase");
        if (DONE_PHASES.contains(phase)) {
            return Health.CURRENT;
        }
        if (phase.equals("Running")) {
            boolean crashes = pod.items("status", "containerStatuses").stream()
                    .anyMatch(
                            status -> status.text("state", "waiting", "reason").equals("CrashLoopBackOff"));
            return isTrue(pod, "Ready") ? Health.CURRENT : crashes ? Health.FAILED : Health.IN_PROGRESS;
        }
        boolean unschedulable = condition(pod, "PodScheduled")
                .filter(scheduled -> scheduled.text("reason").equals("Unschedulable"))
                .filter(scheduled -> Instant.parse(scheduled.text("lastTransitionTime"))
                        .plusSeconds(UNSCHEDULABLE_SECONDS)
                        .isBefore(now))
                .isPresent();
        return unschedulable ? Health.FAILED : Health.IN_PROGRESS;
    }

    private static Health job(Obj job) {
        boolean suspended = job.at("spec", "suspend").flatMap(Json::asBoolean).orElse(false);
        if (suspended || isTrue(job, "Complete")) {
            return Health.CURRENT;
        }
        return isTrue(job, "Failed") ? Health.FAILED : Health.IN_PROGRESS;
    }

    private static Health service(Obj service) {
        boolean balanced = service.text("spec", "type").equals("LoadBalancer");
        return current(!balanced || !service.text("spec", "clusterIP").isEmpty());
    }

    private static Health definition(Obj definition) {
        Optional<Json> established = condition(definition, "Established");
        boolean refused = condition(definition, "NamesAccepted")
                .filter(accepted -> accepted.text("status").equals("False"))
                .isPresent();
        boolean broken = established
                .filter(found -> found.text("status").equals("False"))
                .filter(found -> !found.text("reason").equals("Installing"))
                .isPresent();
        return refused || broken ? Health.FAILED : current(isTrue(definition, "Established"));
    }

    private static Optional<Json> condition(Obj object, String type) {
        return object.items("status", "conditions").stream()
                .filter(condition -> condition.text("type").equals(type))
                .findFirst();
    }

    private static boolean isTrue(Obj object, String type) {
        return condition(object, type)
                .filter(condition -> condition.text("status").equals("True"))
                .isPresent();
    }

    private static String reason(Obj object, String type) {
        return condition(object, type)
                .map(condition -> condition.text("reason"))
                .orElse("");
    }
}
