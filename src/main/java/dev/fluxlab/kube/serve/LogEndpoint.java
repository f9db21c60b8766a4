package dev.fluxlab.kube.serve;

import dev.fluxlab.document.Obj;
import dev.fluxlab.http.EventStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** GET pods/x/log: what a container has written, from where the pods' simulator left it. */
final class LogEndpoint implements Verb {

    private final Cluster cluster;
    private final PodLogs logs;

    LogEndpoint(Cluster cluster, PodLogs logs) {
        this.cluster = cluster;
        this.logs = logs;
    }

    @Override
    public void answer(Call call) throws IOException {
        Obj pod = GetVerb.find(call, cluster.store().now());
        String container = container(pod, call.query("container"));
        boolean previous = call.query("previous").equals("true");
        List<PodLogs.Line> before = logs.previous(Meta.text(pod, "uid"), container);
        if (previous && before.isEmpty()) {
            throw Refusals.badRequest(
                    "previous terminated container \"" + container + "\" in pod \"" + Meta.name(pod) + "\" not found");
        }
        if (pod.text("spec", "nodeName").isEmpty()) {
            throw Refusals.badRequest("pod " + Meta.name(pod) + " does not have a host assigned");
        }
        LogView view = LogView.of(call.exchange().query(), cluster.clock().instant());
        if (!previous && call.query("follow").equals("true")) {
            follow(call, pod, container, view);
            return;
        }
        List<PodLogs.Line> lines = previous ? before : logs.lines(Meta.text(pod, "uid"), container);
        Answers.bytes(call.exchange(), 200, "text/plain", view.print(lines).getBytes(StandardCharsets.UTF_8));
    }

    private void follow(Call call, Obj pod, String container, LogView view) {
        EventStream out = call.exchange().stream(200, "text/plain");
        String uid = Meta.text(pod, "uid");
        String shown = view.print(logs.lines(uid, container));
        if (!shown.isEmpty()) {
            out.send(shown.getBytes(StandardCharsets.UTF_8));
        }
        AutoCloseable following =
                logs.follow(uid, container, line -> out.send(view.line(line).getBytes(StandardCharsets.UTF_8)));
        AutoCloseable watching = cluster.store().onChange("pods", () -> endIfGone(call, uid, out));
        out.onClosed(() -> Closing.quietly(following));
        out.onClosed(() -> Closing.quietly(watching));
        endIfGone(call, uid, out);
    }

    private void endIfGone(Call call, String uid, EventStream out) {
        Optional<String> now = cluster.store()
                .now()
                .get(Write.keyOf(
                        call.type(), call.info().objectNamespace(), call.info().name()))
                .map(stored -> Meta.text(stored.object(), "uid"));
        if (now.filter(uid::equals).isEmpty()) {
            out.close();
        }
    }

    static String container(Obj pod, String asked) {
        List<String> names = pod.items("spec", "containers").stream()
                .map(container -> container.text("name"))
                .toList();
        List<String> initial = pod.items("spec", "initContainers").stream()
                .map(container -> container.text("name"))
                .toList();
        if (!asked.isEmpty()) {
            if (names.contains(asked) || initial.contains(asked)) {
                return asked;
            }
            throw Refusals.badRequest("container " + asked + " is not valid for pod " + Meta.name(pod));
        }
        if (names.size() == 1) {
            return names.get(0);
        }
        throw Refusals.badRequest("a container name must be specified for pod " + Meta.name(pod) + ", choose one of: ["
                + String.join(" ", names) + "]"
                + (initial.isEmpty() ? "" : " or one of the init containers: [" + String.join(" ", initial) + "]"));
    }
}
