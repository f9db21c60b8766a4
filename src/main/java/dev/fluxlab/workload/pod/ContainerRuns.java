package dev.fluxlab.workload.pod;

import dev.fluxlab.document.Obj;
import dev.fluxlab.workload.frame.Address;
import dev.fluxlab.workload.frame.ApiFailure;
import dev.fluxlab.workload.frame.Cluster;
import dev.fluxlab.workload.frame.EventRecorder;
import dev.fluxlab.workload.frame.Happening;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes containers through the stages of their life that are due. */
final class ContainerRuns {

    /** More stages than any life has at one moment: a lifecycle that goes round without waiting is wrong. */
    private static final int MOST_STAGES = 20;

    private final Cluster cluster;
    private final EventRecorder events;
    private final InstantSource clock;
    private final Settings settings;
    private final Memory memory;
    private final ImageClient images = new ImageClient();
    private final PullSecrets secrets;
    private final Lifecycle lifecycle = Lifecycle.standard();
    private volatile boolean keepsLogs = true;

    ContainerRuns(Cluster cluster, EventRecorder events, InstantSource clock, Settings settings, Memory memory) {
        this.cluster = cluster;
        this.events = events;
        this.clock = clock;
        this.settings = settings;
        this.memory = memory;
        this.secrets = new PullSecrets(cluster);
    }

    /** Where a container has got to, and when its next stage is due by the passing of time. */
    record Reached(Container container, Optional<Instant> next) {}

    Reached advance(Container start) {
        Environment environment = Environment.of(start.spec(), start.pod().text("metadata", "namespace"), cluster);
        remember(start);
        Container here = start;
        for (int taken = 0; taken < MOST_STAGES; taken++) {
            Facts facts = here.facts(memory, environment, clock.instant());
            Optional<Stage> stage = lifecycle.next(facts);
            Optional<Instant> due = stage.map(next -> next.due(facts));
            if (due.filter(moment -> !moment.isAfter(facts.now())).isEmpty()) {
                return new Reached(here, due);
            }
            here = take(stage.orElseThrow(), here, facts);
        }
        throw new IllegalStateException("container " + start.name() + " of pod "
                + start.pod().text("metadata", "name") + " goes through its stages without end");
    }

    /** After a restart of the kubelet, what runs was pulled, though by whom is forgotten: its labels are asked for again. */
    private void remember(Container container) {
        boolean known = memory.pull(container.slot()).attempts() > 0;
        boolean ran = container.state().equals("running")
                || container.state().equals("terminated")
                || container.restarts() > 0;
        if (!known && ran) {
            pull(container);
        }
    }

    private Container take(Stage stage, Container container, Facts facts) {
        Memory.Slot slot = container.slot();
        switch (stage.action()) {
            case PULL -> pull(container);
            case FORGET -> memory.put(slot, memory.pull(slot).forgotten());
            case PROBE -> memory.probes().put(slot, facts.now());
            case SERVE -> memory.requests().put(slot, facts.now());
            case CONFIGURE -> memory.configurations().put(slot, facts.now());
            case NONE -> {}
        }
        if (!settings.assumes(container.spec().text("image"))) {
            stage.events(facts).forEach(event -> tell(container, event));
        }
        write(stage, container, facts);
        return container.with(stage.apply(container.status(), facts));
    }

    private void write(Stage stage, Container container, Facts facts) {
        List<String> lines = stage.log(facts);
        if (lines.isEmpty() || !keepsLogs) {
            return;
        }
        String begin = stage.writing().begins() ? "&begin=true" : "";
        Address pod = Address.pod("", "").of(container.pod());
        try {
            cluster.append(pod, "log?container=" + container.name() + begin, String.join("\n", lines) + "\n");
        } catch (ApiFailure e) {
            keepsLogs = !e.isNotAllowed(); // a real API server keeps none
        }
    }

    private void tell(Container container, Obj event) {
        String type = event.text("type").isEmpty() ? "Normal" : event.text("type");
        events.record(new Happening(
                container.pod(),
                "spec.containers{" + container.name() + "}",
                type,
                event.text("reason"),
                event.text("message")));
    }

    private void pull(Container container) {
        Pull before = memory.pull(container.slot());
        Instant begun = clock.instant();
        String name = container.spec().text("image");
        if (settings.assumes(name)) {
            PulledImage assumed = new PulledImage(name, Map.of(), 0, Duration.ZERO);
            memory.put(container.slot(), before.succeeded(assumed, begun));
            return;
        }
        try {
            ImageReference image = container.image();
            PulledImage pulled = images.pull(image, secrets.login(container.pod(), image.host()));
            Instant now = clock.instant();
            memory.put(container.slot(), before.succeeded(pulled.in(Duration.between(begun, now)), now));
        } catch (PullException e) {
            memory.put(container.slot(), before.failed(String.valueOf(e.getMessage()), clock.instant()));
        }
    }

    void forget(String uid) {
        memory.forget(uid);
    }
}
