package dev.fluxlab.kube.type;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.util.List;

/** v1 Pod. */
final class Pods {

    private static final Doc READY = Doc.says("The aggregate readiness state of this pod for accepting traffic.");
    private static final Doc STATUS = Doc.says("The aggregate status of the containers in this pod.");
    private static final Doc RESTARTS = Doc.says("The number of times the containers in this pod have been restarted"
            + " and when the last container in this pod has restarted.");

    private static final Table TABLE = new Table()
            .name()
            .text("Ready", READY, pod -> new PodPhrase(pod).ready())
            .text("Status", STATUS, pod -> new PodPhrase(pod).reason())
            .aged("Restarts", RESTARTS, 0, (pod, now) -> new Str(new PodPhrase(pod).restarts(now)))
            .age()
            .wide("IP", Doc.of("status.podIP"), Pods::address)
            .wide("Node", Doc.of("spec.nodeName"), pod -> Read.orElse(pod.text("spec", "nodeName"), "<none>"))
            .wide(
                    "Nominated Node",
                    Doc.of("status.nominatedNodeName"),
                    pod -> Read.orElse(pod.text("status", "nominatedNodeName"), "<none>"))
            .wide("Readiness Gates", Doc.of("spec.readinessGates"), Pods::gates);

    private Pods() {}

    static ResourceType.Builder type() {
        return ResourceType.of("v1", "Pod")
                .shortNames("po")
                .categories("all")
                .status()
                .with(new Subresource("log", GroupVersionKind.of("v1", "Pod"), List.of("get"), true))
                .with(new Subresource(
                        "eviction", GroupVersionKind.of("policy/v1", "Eviction"), List.of("create"), true))
                .with(new Subresource("binding", GroupVersionKind.of("v1", "Binding"), List.of("create"), true))
                .unserved("attach", "PodAttachOptions", "create", "get")
                .unserved("ephemeralcontainers", "Pod", "get", "patch", "update")
                .unserved("exec", "PodExecOptions", "create", "get")
                .unserved("portforward", "PodPortForwardOptions", "create", "get")
                .unserved("proxy", "PodProxyOptions", "create", "delete", "get", "patch", "update")
                .unserved("resize", "Pod", "get", "patch", "update")
                .rules(selectable(Rules.builder()
                        .defaults(PodDefaults.POD)
                        .status(Status.builtIn())
                        .generation(Generation.OF_SPEC)
                        .onCreate((pod, allocations) -> admitted(pod))
                        .check(PodChecks::check)
                        .checkChange(PodChecks::checkChange)
                        .returnsDeletedObject()
                        .table(TABLE)));
    }

    private static Rules.Builder selectable(Rules.Builder rules) {
        return rules.selectable("spec.nodeName")
                .selectable("spec.restartPolicy")
                .selectable("spec.schedulerName")
                .selectable("spec.serviceAccountName")
                .selectable("spec.hostNetwork", pod -> Boolean.toString(Read.flag(pod, "spec", "hostNetwork")))
                .selectable("status.phase")
                .selectable("status.podIP")
                .selectable("status.nominatedNodeName");
    }

    /** What admission adds by default: the namespace's service account, priority 0, five minutes on a lost node. */
    private static Obj admitted(Obj pod) {
        Obj spec = Fill.all(
                        Fill.missing("serviceAccountName", "default"),
                        Fill.missing("serviceAccount", "default"),
                        Fill.missing("priority", 0),
                        Fill.missing("preemptionPolicy", "PreemptLowerPriority"),
                        Pods::tolerated)
                .apply(pod.obj("spec"));
        return pod.with("spec", spec)
                .with(
                        "status",
                        Obj.builder()
                                .put("phase", "Pending")
                                .put("qosClass", PodQuality.of(spec))
                                .build());
    }

    private static Obj tolerated(Obj spec) {
        Arr tolerations = new Arr(spec.items("tolerations"));
        for (String taint : List.of("node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable")) {
            if (tolerations.items().stream().noneMatch(known -> tolerates(known, taint))) {
                tolerations = tolerations.plus(Obj.builder()
                        .put("key", taint)
                        .put("operator", "Exists")
                        .put("effect", "NoExecute")
                        .put("tolerationSeconds", 300)
                        .build());
            }
        }
        return spec.with("tolerations", tolerations);
    }

    private static boolean tolerates(Json toleration, String taint) {
        String key = toleration.text("key");
        String effect = toleration.text("effect");
        return (key.isEmpty() || key.equals(taint)) && (effect.isEmpty() || effect.equals("NoExecute"));
    }

    private static String address(Obj pod) {
        List<Json> addresses = pod.items("status", "podIPs");
        return addresses.isEmpty() ? "<none>" : Read.orElse(addresses.get(0).text("ip"), "<none>");
    }

    private static String gates(Obj pod) {
        List<Json> gates = pod.items("spec", "readinessGates");
        long open = gates.stream()
                .filter(gate -> pod.items("status", "conditions").stream()
                        .anyMatch(condition -> condition.text("type").equals(gate.text("conditionType"))
                                && condition.text("status").equals("True")))
                .count();
        return gates.isEmpty() ? "<none>" : open + "/" + gates.size();
    }
}
