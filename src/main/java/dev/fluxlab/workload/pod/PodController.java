package dev.fluxlab.workload.pod;

import dev.fluxlab.document.Obj;
import dev.fluxlab.workload.frame.Address;
import dev.fluxlab.workload.frame.Cluster;
import dev.fluxlab.workload.frame.Controller;
import dev.fluxlab.workload.frame.EventRecorder;
import dev.fluxlab.workload.frame.Happening;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Assigns pods to the node, lets them run there, and lets them go. */
final class PodController implements Controller<Pod> {

    private final Cluster cluster;
    private final Scheduler scheduler;
    private final ContainerRuns runs;
    private final EventRecorder events;
    private final PodAddresses addresses;
    private final Settings settings;
    private final InstantSource clock;

    PodController(Cluster cluster, InstantSource clock, Settings settings, Memory memory) {
        this.cluster = cluster.as("kubelet");
        this.scheduler = new Scheduler(cluster, clock, settings.node());
        this.events = EventRecorder.on(settings.node(), this.cluster, clock);
        this.runs = new ContainerRuns(this.cluster, events, clock, settings, memory);
        this.addresses = new PodAddresses(this.cluster);
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Class<Pod> kind() {
        return Pod.class;
    }

    @Override
    public String name() {
        return "kubelet";
    }

    @Override
    public Address collection() {
        return Address.pod("", "");
    }

    @Override
    public Optional<Duration> reconcile(Obj pod) {
        if (!pod.text("metadata", "deletionTimestamp").isEmpty()) {
            finish(pod);
            return Optional.empty();
        }
        if (pod.text("spec", "nodeName").isEmpty()) {
            scheduler.assign(pod);
            return Optional.empty();
        }
        boolean over = List.of("Succeeded", "Failed").contains(pod.text("status", "phase"));
        return over || !isHere(pod) ? Optional.empty() : run(pod);
    }

    private boolean isHere(Obj pod) {
        return pod.text("spec", "nodeName").equals(settings.node());
    }

    private Optional<Duration> run(Obj pod) {
        Instant now = clock.instant();
        List<Container> containers = new ArrayList<>();
        Optional<Instant> next = Optional.empty();
        for (var spec : pod.items("spec", "containers")) {
            ContainerRuns.Reached reached = runs.advance(Container.of(pod, spec));
            containers.add(reached.container());
            next = earlier(next, reached.next());
        }
        Obj status = new PodStatus(pod, containers, now).with(settings.nodeAddress(), addresses.of(pod));
        if (!status.equals(pod.obj("status").without("qosClass"))) {
            write(pod, status);
        }
        return next.map(moment -> Duration.between(clock.instant(), moment));
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().isBefore(other.get()) ? one : other;
    }

    private void write(Obj pod, Obj status) {
        Obj merged = pod.obj("status").toBuilder().putAll(status).build();
        cluster.replaceStatus(Address.pod("", "").of(pod), pod.with("status", merged));
    }

    /** The containers stop at once: none has anything to finish. */
    private void finish(Obj pod) {
        String uid = pod.text("metadata", "uid");
        if (!pod.items("metadata", "finalizers").isEmpty()) {
            return;
        }
        if (isHere(pod)) {
            pod.items("status", "containerStatuses").stream()
                    .filter(status -> status.at("state", "running").isPresent())
                    .filter(status -> !settings.assumes(status.text("image")))
                    .forEach(status -> killing(pod, status.text("name")));
        }
        Obj options = Obj.builder()
                .put("gracePeriodSeconds", 0)
                .put("preconditions", Obj.of("uid", uid))
                .build();
        cluster.delete(Address.pod("", "").of(pod), options);
        addresses.release(pod.text("status", "podIP"));
        runs.forget(uid);
    }

    private void killing(Obj pod, String container) {
        events.record(Happening.normal(pod, "Killing", "Stopping container " + container)
                .at("spec.containers{" + container + "}"));
    }
}
