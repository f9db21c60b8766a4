package dev.fluxlab.workload.pod;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.http.Exchange;
import dev.fluxlab.http.Handler;
import dev.fluxlab.http.RequestRefused;
import dev.fluxlab.workload.frame.Address;
import dev.fluxlab.workload.frame.Cluster;
import dev.fluxlab.workload.pod.ContainerLog.Line;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kubelet's address for logs: {@code /containerLogs/NAMESPACE/POD/CONTAINER}. */
final class LogHandler implements Handler {

    static final String PREFIX = "/containerLogs/";

    private final Cluster cluster;
    private final Memory memory;
    private final InstantSource clock;

    LogHandler(Cluster cluster, Memory memory, InstantSource clock) {
        this.cluster = cluster;
        this.memory = memory;
        this.clock = clock;
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        String[] parts = exchange.path().substring(PREFIX.length()).split("/", -1);
        if (parts.length != 3) {
            throw new RequestRefused(404, "a log is found at " + PREFIX + "NAMESPACE/POD/CONTAINER");
        }
        Container container = container(parts);
        boolean previous = exchange.query().get("previous").filter("true"::equals).isPresent();
        List<Line> lines = new LogWindow(exchange.query(), clock.instant()).cut(lines(container, previous));
        boolean stamped = exchange.query().get("timestamps").filter("true"::equals).isPresent();
        String text = lines.stream()
                .map(line -> (stamped ? line.stamped() : line.text()) + "\n")
                .collect(Collectors.joining());
        exchange.respond(200, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    private Container container(String[] parts) {
        Obj pod = cluster.get(Address.pod(parts[0], parts[1]))
                .orElseThrow(() -> new RequestRefused(404, "pod \"" + parts[1] + "\" not found"));
        Json spec = pod.items("spec", "containers").stream()
                .filter(one -> one.text("name").equals(parts[2]))
                .findFirst()
                .orElseThrow(() -> new RequestRefused(
                        404, "container \"" + parts[2] + "\" not found in pod \"" + parts[1] + "\""));
        return Container.of(pod, spec);
    }

    private List<Line> lines(Container container, boolean previous) {
        Json state = run(container, previous);
        Map<String, String> labels = memory.pull(container.slot())
                .image()
                .map(PulledImage::labels)
                .orElse(Map.of());
        String required = labels.getOrDefault(Container.LABEL_PREFIX + "requires-env", "");
        Environment environment =
                Environment.of(container.spec(), container.pod().text("metadata", "namespace"), cluster);
        String finished = state.text("finishedAt");
        Instant end = finished.isEmpty() ? clock.instant() : Instant.parse(finished);
        return new ContainerLog(labels, environment.missing(required))
                .lines(
                        container.spec().text("image"),
                        Instant.parse(state.text("startedAt")),
                        end,
                        !finished.isEmpty());
    }

    /** The run that is asked for, in the words of a kubelet when there is none. */
    private static Json run(Container container, boolean previous) {
        List<String[]> places = previous
                ? List.<String[]>of(new String[] {"lastState", "terminated"})
                : Arrays.asList(
                        new String[] {"state", "running"},
                        new String[] {"state", "terminated"},
                        new String[] {"lastState", "terminated"});
        Optional<Json> found = places.stream()
                .flatMap(place -> container.status().at(place).stream())
                .findFirst();
        String pod = container.pod().text("metadata", "name");
        return found.orElseThrow(() -> new RequestRefused(
                400,
                previous
                        ? "previous terminated container \"" + container.name() + "\" in pod \"" + pod + "\" not found"
                        : "container \"" + container.name() + "\" in pod \"" + pod + "\" is waiting to start: "
                                + waiting(container)));
    }

    private static String waiting(Container container) {
        return switch (container.status().text("state", "waiting", "reason")) {
            case "ErrImagePull", "ImagePullBackOff" -> "trying and failing to pull image";
            case "" -> "ContainerCreating";
            default -> container.status().text("state", "waiting", "reason");
        };
    }
}
