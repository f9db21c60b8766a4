package dev.fluxlab.kube.serve;

import dev.fluxlab.document.Obj;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/** POST pods/x/log: the lines that a simulated container writes; a real API server answers 405 (docs/adr/0012). */
final class LogIntake implements Verb {

    private final Cluster cluster;
    private final PodLogs logs;

    LogIntake(Cluster cluster, PodLogs logs) {
        this.cluster = cluster;
        this.logs = logs;
    }

    @Override
    public void answer(Call call) throws IOException {
        Obj pod = GetVerb.find(call, cluster.store().now());
        String container = LogEndpoint.container(pod, call.query("container"));
        logs.keepOnly(living());
        if (call.query("begin").equals("true")) {
            logs.begin(Meta.text(pod, "uid"), container);
        }
        Instant now = cluster.clock().instant();
        String text = new String(BodyReader.bytes(call.exchange()), StandardCharsets.UTF_8);
        text.lines().forEach(line -> logs.append(Meta.text(pod, "uid"), container, new PodLogs.Line(now, line)));
        call.exchange().respond(204);
    }

    private Set<String> living() {
        return cluster.store().now().list("pods", "").stream()
                .map(pod -> Meta.text(pod.object(), "uid"))
                .collect(Collectors.toSet());
    }
}
