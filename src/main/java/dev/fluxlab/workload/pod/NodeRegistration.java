package dev.fluxlab.workload.pod;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.workload.frame.Address;
import dev.fluxlab.workload.frame.ApiFailure;
import dev.fluxlab.workload.frame.Cluster;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Makes the node known. */
final class NodeRegistration {

    private final Cluster cluster;
    private final Settings settings;

    NodeRegistration(Cluster cluster, Settings settings) {
        this.cluster = cluster.as("kubelet");
        this.settings = settings;
    }

    /** Creates the node or brings it up to date. */
    void register(Instant now) {
        Address address = new Address("v1", "nodes", "", settings.node());
        Obj node = cluster.get(address).orElseGet(() -> create(address));
        Obj status = node.obj("status").toBuilder().putAll(status(now)).build();
        cluster.replaceStatus(address, node.with("status", status));
    }

    private Obj create(Address address) {
        Obj labels = Obj.builder()
                .put("kubernetes.io/hostname", settings.node())
                .put("kubernetes.io/os", "linux")
                .put("kubernetes.io/arch", "amd64")
                .put("beta.kubernetes.io/os", "linux")
                .put("beta.kubernetes.io/arch", "amd64")
                .build();
        Obj node = Obj.builder()
                .put("apiVersion", "v1")
                .put("kind", "Node")
                .put("metadata", Obj.of("name", settings.node()).with("labels", labels))
                .build();
        try {
            return cluster.create(address.named(""), node);
        } catch (ApiFailure e) {
            return cluster.get(address).orElseThrow(() -> e); // another was quicker
        }
    }

    private Obj status(Instant now) {
        Obj resources = Obj.builder()
                .put("cpu", "8")
                .put("memory", "16Gi")
                .put("ephemeral-storage", "100Gi")
                .put("pods", "1100")
                .build();
        return Obj.builder()
                .put("capacity", resources)
                .put("allocatable", resources)
                .put("conditions", conditions(now))
                .put(
                        "addresses",
                        Arr.of(
                                Obj.of("type", "InternalIP").with("address", settings.nodeAddress()),
                                Obj.of("type", "Hostname").with("address", settings.node())))
                .put("daemonEndpoints", Obj.of("kubeletEndpoint", Obj.of("Port", Json.number(0))))
                .put("nodeInfo", nodeInfo())
                .build();
    }

    private static Arr conditions(Instant now) {
        List<Json> pressures = List.of(
                condition(
                        "MemoryPressure", "KubeletHasSufficientMemory", "kubelet has sufficient memory available", now),
                condition("DiskPressure", "KubeletHasNoDiskPressure", "kubelet has no disk pressure", now),
                condition("PIDPressure", "KubeletHasSufficientPID", "kubelet has sufficient PID available", now));
        Json ready = condition("Ready", "KubeletReady", "kubelet is posting ready status", now)
                .with("status", "True");
        return new Arr(Stream.concat(pressures.stream(), Stream.of(ready)).toList());
    }

    private static Obj condition(String type, String reason, String message, Instant now) {
        return Obj.builder()
                .put("type", type)
                .put("status", "False")
                .put("lastHeartbeatTime", Container.time(now))
                .put("lastTransitionTime", Container.time(now))
                .put("reason", reason)
                .put("message", message)
                .build();
    }

    private static Obj nodeInfo() {
        Obj.Builder info = Obj.builder();
        for (String unknown : List.of("machineID", "systemUUID", "bootID", "kernelVersion")) {
            info.put(unknown, "");
        }
        return info.put("osImage", "fluxlab")
                .put("containerRuntimeVersion", "fluxlab://1")
                .put("kubeletVersion", "v1.36.2")
                .put("kubeProxyVersion", "")
                .put("operatingSystem", "linux")
                .put("architecture", "amd64")
                .build();
    }
}
