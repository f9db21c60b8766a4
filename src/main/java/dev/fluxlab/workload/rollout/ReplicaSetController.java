package dev.fluxlab.workload.rollout;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Obj;
import dev.fluxlab.workload.frame.Address;
import dev.fluxlab.workload.frame.ApiFailure;
import dev.fluxlab.workload.frame.Cluster;
import dev.fluxlab.workload.frame.Controller;
import dev.fluxlab.workload.frame.EventRecorder;
import dev.fluxlab.workload.frame.Happening;
import dev.fluxlab.workload.frame.Trigger;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps as many pods as each ReplicaSet says. */
final class ReplicaSetController implements Controller<io.fabric8.kubernetes.api.model.apps.ReplicaSet> {

    private final Cluster cluster;
    private final EventRecorder events;
    private final InstantSource clock;

    ReplicaSetController(Cluster cluster, InstantSource clock) {
        this.cluster = cluster;
        this.events = EventRecorder.of(cluster, "replicaset-controller", clock);
        this.clock = clock;
    }

    @Override
    public Class<io.fabric8.kubernetes.api.model.apps.ReplicaSet> kind() {
        return io.fabric8.kubernetes.api.model.apps.ReplicaSet.class;
    }

    @Override
    public String name() {
        return "replicaset-controller";
    }

    @Override
    public Address collection() {
        return Address.replicaSet("", "");
    }

    @Override
    public List<Trigger<?>> triggers() {
        return List.of(Trigger.ofControlled(Pod.class, "ReplicaSet"));
    }

    @Override
    public Optional<Duration> reconcile(Obj set) {
        List<Replica> pods = pods(set);
        Optional<ApiFailure> failure = Optional.empty();
        if (set.text("metadata", "deletionTimestamp").isEmpty()) {
            failure = replicate(set, pods);
        }
        ReplicaSetStatus status = new ReplicaSetStatus(set, pods, clock.instant());
        Obj wanted = status.with(failure);
        if (!wanted.equals(set.obj("status"))) {
            cluster.replaceStatus(Address.replicaSet("", "").of(set), set.with("status", wanted));
        }
        failure.ifPresent(e -> {
            throw e;
        });
        return status.nextAvailable().map(this::until);
    }

    private Duration until(Instant moment) {
        return Duration.between(clock.instant(), moment);
    }

    private List<Replica> pods(Obj set) {
        Address pods = Address.pod(set.text("metadata", "namespace"), "");
        String selector = Cluster.selector(set.texts("spec", "selector", "matchLabels"));
        Optional<String> uid = Optional.of(set.text("metadata", "uid"));
        return cluster.list(pods, selector).stream()
                .filter(pod -> Owner.of(pod).equals(uid))
                .map(Replica::new)
                .toList();
    }

    /** Creates or deletes what is missing or too much. @return why a pod could not be created */
    private Optional<ApiFailure> replicate(Obj set, List<Replica> pods) {
        List<Replica> active = pods.stream().filter(Replica::isActive).toList();
        int missing = Whole.orElse(set, 1, "spec", "replicas") - active.size();
        if (missing < 0) {
            List<Replica> ranked = new ArrayList<>(active);
            ranked.sort(Replica.LEAST_MISSED);
            ranked.subList(0, -missing).forEach(pod -> delete(set, pod));
        }
        Optional<ApiFailure> failure = Optional.empty();
        for (int i = 0; i < missing && failure.isEmpty(); i++) {
            failure = create(set);
        }
        return failure;
    }

    private Optional<ApiFailure> create(Obj set) {
        Obj pod = pod(set);
        try {
            Obj created = cluster.create(Address.pod(set.text("metadata", "namespace"), ""), pod);
            events.record(
                    Happening.normal(set, "SuccessfulCreate", "Created pod: " + created.text("metadata", "name")));
            return Optional.empty();
        } catch (ApiFailure e) {
            if (e.isNamespaceGoing()) {
                return Optional.of(e);
            }
            events.record(Happening.warning(set, "FailedCreate", "Error creating: " + e.getMessage()));
            return Optional.of(e);
        }
    }

    private static Obj pod(Obj set) {
        Obj template = set.obj("spec", "template");
        Obj.Builder metadata = Obj.builder()
                .put("generateName", set.text("metadata", "name") + "-")
                .put("namespace", set.text("metadata", "namespace"));
        for (String copied : List.of("labels", "annotations", "finalizers")) {
            template.at("metadata", copied).ifPresent(value -> metadata.put(copied, value));
        }
        Arr owners = Owner.references("apps/v1", "ReplicaSet", set);
        return Obj.builder()
                .put("apiVersion", "v1")
                .put("kind", "Pod")
                .put("metadata", metadata.put("ownerReferences", owners).build())
                .put("spec", template.at("spec").orElse(Obj.EMPTY))
                .build();
    }

    private void delete(Obj set, Replica pod) {
        cluster.delete(Address.pod("", "").of(pod.object()), Obj.EMPTY);
        events.record(Happening.normal(set, "SuccessfulDelete", "Deleted pod: " + pod.name()));
    }
}
