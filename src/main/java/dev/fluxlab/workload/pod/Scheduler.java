package dev.fluxlab.workload.pod;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.workload.frame.Address;
import dev.fluxlab.workload.frame.Cluster;
import dev.fluxlab.workload.frame.EventRecorder;
import dev.fluxlab.workload.frame.Happening;
import java.time.InstantSource;

/** Assigns every pod to the one node. */
final class Scheduler {

    private final Cluster cluster;
    private final EventRecorder events;
    private final String node;

    Scheduler(Cluster cluster, InstantSource clock, String node) {
        this.cluster = cluster.as("kube-scheduler");
        this.events = EventRecorder.of(this.cluster, "default-scheduler", clock);
        this.node = node;
    }

    void assign(Obj pod) {
        String name = pod.text("metadata", "name");
        String namespace = pod.text("metadata", "namespace");
        Json uid = pod.at("metadata", "uid").orElse(Obj.EMPTY);
        Obj binding = Obj.builder()
                .put("apiVersion", "v1")
                .put("kind", "Binding")
                .put(
                        "metadata",
                        Obj.of("name", name).with("namespace", namespace).with("uid", uid))
                .put("target", Obj.of("kind", "Node").with("name", node))
                .build();
        cluster.createBelow(Address.pod(namespace, name), "binding", binding);
        events.record(
                Happening.normal(pod, "Scheduled", "Successfully assigned " + namespace + "/" + name + " to " + node));
    }
}
