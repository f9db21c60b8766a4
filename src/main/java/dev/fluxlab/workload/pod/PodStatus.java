package dev.fluxlab.workload.pod;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Null;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The status of a pod, as a kubelet sums it up from its containers. */
record PodStatus(Obj pod, List<Container> containers, Instant now) {

    Obj with(String nodeAddress, String podAddress) {
        Obj before = pod.obj("status");
        Obj.Builder status = Obj.builder();
        pod.at("metadata", "generation").ifPresent(generation -> status.put("observedGeneration", generation));
        status.put("phase", phase())
                .put("conditions", conditions())
                .put("hostIP", nodeAddress)
                .put("hostIPs", Arr.of(Obj.of("ip", nodeAddress)))
                .put("podIP", podAddress)
                .put("podIPs", Arr.of(Obj.of("ip", podAddress)))
                .put("startTime", before.get("startTime").orElse(new Str(Container.time(now))))
                .put("containerStatuses", new Arr(statuses()));
        List<Json> inits = initStatuses();
        if (!inits.isEmpty()) {
            status.put("initContainerStatuses", new Arr(inits));
        }
        return status.build();
    }

    private List<Json> statuses() {
        return containers.stream().<Json>map(Container::status).toList();
    }

    private String phase() {
        long finished = containers.stream().filter(PodStatus::hasEnded).count();
        if (finished == containers.size()) {
            boolean failed = containers.stream()
                    .anyMatch(container -> container
                                    .status()
                                    .at("state", "terminated", "exitCode")
                                    .flatMap(Json::asLong)
                                    .orElse(0L)
                            != 0);
            return failed ? "Failed" : "Succeeded";
        }
        return containers.stream().anyMatch(PodStatus::hasNotRun) ? "Pending" : "Running";
    }

    /** Ended for good: what is restarted does not stay terminated. */
    private static boolean hasEnded(Container container) {
        return container.state().equals("terminated");
    }

    private static boolean hasNotRun(Container container) {
        return !container.state().equals("running")
                && !container.state().equals("terminated")
                && container.status().at("lastState", "terminated").isEmpty();
    }

    private Arr conditions() {
        List<String> unready = containers.stream()
                .filter(container -> !container.isReady())
                .map(Container::name)
                .toList();
        String reason = unready.isEmpty() ? "" : phase().equals("Succeeded") ? "PodCompleted" : "ContainersNotReady";
        String message = reason.equals("ContainersNotReady")
                ? "containers with unready status: [" + String.join(" ", unready) + "]"
                : "";
        List<Json> all = new ArrayList<>();
        all.add(condition("PodReadyToStartContainers", true, "", ""));
        all.add(condition("Initialized", true, "", ""));
        all.add(condition("Ready", unready.isEmpty(), reason, message));
        all.add(condition("ContainersReady", unready.isEmpty(), reason, message));
        all.add(condition("PodScheduled", true, "", ""));
        return new Arr(all);
    }

    private Obj condition(String type, boolean holds, String reason, String message) {
        String status = holds ? "True" : "False";
        Optional<Json> before = pod.items("status", "conditions").stream()
                .filter(condition -> condition.text("type").equals(type))
                .filter(condition -> condition.text("status").equals(status))
                .findFirst();
        Obj.Builder condition = Obj.builder().put("type", type);
        pod.at("metadata", "generation").ifPresent(generation -> condition.put("observedGeneration", generation));
        condition
                .put("status", status)
                .put("lastProbeTime", Null.NULL)
                .put(
                        "lastTransitionTime",
                        before.flatMap(same -> same.at("lastTransitionTime")).orElse(new Str(Container.time(now))));
        if (!reason.isEmpty()) {
            condition.put("reason", reason);
        }
        if (!message.isEmpty()) {
            condition.put("message", message);
        }
        return condition.build();
    }

    /** Initial containers do nothing that a check could see; they have run as soon as the others start. */
    private List<Json> initStatuses() {
        List<Json> before = pod.items("status", "initContainerStatuses");
        return before.isEmpty()
                ? pod.items("spec", "initContainers").stream()
                        .<Json>map(this::completed)
                        .toList()
                : before;
    }

    private Obj completed(Json spec) {
        Obj terminated = Obj.builder()
                .put("exitCode", 0)
                .put("reason", "Completed")
                .put("startedAt", Container.time(now))
                .put("finishedAt", Container.time(now))
                .build();
        return Obj.builder()
                .put("name", spec.text("name"))
                .put("image", spec.text("image"))
                .put("imageID", "")
                .put("lastState", Obj.EMPTY)
                .put("ready", true)
                .put("restartCount", 0)
                .put("started", false)
                .put("state", Obj.of("terminated", terminated))
                .build();
    }
}
