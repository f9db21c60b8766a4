package dev.fluxlab.kube.type;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a table says of a pod's containers: how many are ready, the word for their state, how often they restarted. */
final class PodPhrase {

    private final Obj pod;
    private final Set<String> sidecars = new HashSet<>();
    private String reason;
    private long ready;
    private long restarts;
    private String lastRestart = "";

    PodPhrase(Obj pod) {
        this.pod = pod;
        this.reason = Read.orElse(pod.text("status", "reason"), pod.text("status", "phase"));
        pod.items("spec", "initContainers").stream()
                .filter(container -> container.text("restartPolicy").equals("Always"))
                .forEach(container -> sidecars.add(container.text("name")));
        if (conditions("PodScheduled").stream()
                .anyMatch(condition -> condition.text("reason").equals("SchedulingGated"))) {
            reason = "SchedulingGated";
        }
        boolean initializing = readInitContainers();
        if (!initializing || isTrue("Initialized")) {
            readContainers();
        }
        if (pod.obj("metadata").has("deletionTimestamp")) {
            reason = deletionReason();
        }
    }

    String ready() {
        return ready + "/" + (pod.items("spec", "containers").size() + sidecars.size());
    }

    String reason() {
        return reason;
    }

    String restarts(Instant now) {
        return restarts != 0 && !lastRestart.isEmpty()
                ? restarts + " (" + Ages.since(lastRestart, now) + " ago)"
                : Long.toString(restarts);
    }

    private List<Json> conditions(String type) {
        return pod.items("status", "conditions").stream()
                .filter(condition -> condition.text("type").equals(type))
                .toList();
    }

    private boolean isTrue(String condition) {
        return conditions(condition).stream()
                .anyMatch(found -> found.text("status").equals("True"));
    }

    private String deletionReason() {
        if (pod.text("status", "reason").equals("NodeLost")) {
            return "Unknown";
        }
        boolean over = List.of("Succeeded", "Failed").contains(pod.text("status", "phase"));
        return over ? reason : "Terminating";
    }

    /** Whether an init container still has work to do or failed. */
    private boolean readInitContainers() {
        List<Json> statuses = pod.items("status", "initContainerStatuses");
        boolean initializing = false;
        for (int i = 0; i < statuses.size() && !initializing; i++) {
            Json status = statuses.get(i);
            countRestarts(status);
            initializing = isInitializing(status, i);
        }
        return initializing;
    }

    private boolean isInitializing(Json status, int index) {
        Obj terminated = status.obj("state", "terminated");
        boolean ended = status.at("state", "terminated").isPresent();
        if (ended && Read.number(terminated, "exitCode") == 0) {
            return false;
        }
        if (sidecars.contains(status.text("name")) && Read.flag(status, "started")) {
            ready += Read.flag(status, "ready") ? 1 : 0;
            return false;
        }
        String waiting = status.text("state", "waiting", "reason");
        if (ended) {
            reason = "Init:" + endReason(terminated);
        } else if (!waiting.isEmpty() && !waiting.equals("PodInitializing")) {
            reason = "Init:" + waiting;
        } else {
            reason = "Init:" + index + "/" + pod.items("spec", "initContainers").size();
        }
        return true;
    }

    private static String endReason(Json terminated) {
        if (!terminated.text("reason").isEmpty()) {
            return terminated.text("reason");
        }
        long signal = Read.number(terminated, "signal");
        return signal != 0 ? "Signal:" + signal : "ExitCode:" + Read.number(terminated, "exitCode");
    }

    private void countRestarts(Json status) {
        restarts += Read.number(status, "restartCount");
        String finished = status.text("lastState", "terminated", "finishedAt");
        lastRestart = finished.compareTo(lastRestart) > 0 ? finished : lastRestart;
    }

    private void readContainers() {
        restarts = 0;
        lastRestart = "";
        pod.items("status", "initContainerStatuses").stream()
                .filter(status -> sidecars.contains(status.text("name")))
                .forEach(this::countRestarts);
        List<Json> statuses = pod.items("status", "containerStatuses");
        boolean running = false;
        String failure = "";
        for (int i = statuses.size() - 1; i >= 0; i--) {
            Json status = statuses.get(i);
            countRestarts(status);
            running |= readContainer(status);
            failure = Read.number(status, "state", "terminated", "exitCode") != 0 ? reason : failure;
        }
        if (reason.equals("Completed")) {
            reason = afterCompletion(running, failure);
        }
    }

    /** Whether the container runs and is ready. */
    private boolean readContainer(Json status) {
        String waiting = status.text("state", "waiting", "reason");
        if (!waiting.isEmpty()) {
            reason = waiting;
            return false;
        }
        if (status.at("state", "terminated").isPresent()) {
            reason = endReason(status.obj("state", "terminated"));
            return false;
        }
        boolean running =
                Read.flag(status, "ready") && status.at("state", "running").isPresent();
        ready += running ? 1 : 0;
        return running;
    }

    private String afterCompletion(boolean running, String failure) {
        if (running && isTrue("Ready")) {
            return "Running";
        }
        if (!failure.isEmpty()) {
            return failure;
        }
        return running ? "NotReady" : reason;
    }
}
