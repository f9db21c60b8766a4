package dev.fluxlab.kube.serve;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Null;
import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.store.Stored;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** POST pods/x/binding: assigns a pod to a node, once. */
final class BindingEndpoint implements Verb {

    private final BodyReader bodies;
    private final Cluster cluster;

    BindingEndpoint(BodyReader bodies, Cluster cluster) {
        this.bodies = bodies;
        this.cluster = cluster;
    }

    @Override
    public void answer(Call call) throws IOException {
        Obj binding = bodies.read(call.exchange(), "Binding").object();
        Write write = call.write("CreateOptions");
        Stored stored = cluster.store().now().get(write.key(write.name())).orElseThrow(write::notFound);
        String node = stored.object().text("spec", "nodeName");
        if (!node.isEmpty()) {
            throw Refusals.conflict(
                    write.resource(),
                    write.name(),
                    "pod " + write.name() + " is already assigned to node \"" + node + "\"");
        }
        Obj assigned = assigned(stored.object(), binding.text("target", "name"));
        if (cluster.store().replace(stored, assigned).isEmpty()) {
            throw Refusals.modified(write.resource(), write.name());
        }
        Answers.json(
                call.exchange(),
                201,
                Obj.builder()
                        .put("kind", "Status")
                        .put("apiVersion", "v1")
                        .put("metadata", Obj.EMPTY)
                        .put("status", "Success")
                        .put("code", 201)
                        .build());
    }

    private Obj assigned(Obj pod, String node) {
        List<Json> conditions = new ArrayList<>(pod.items("status", "conditions").stream()
                .filter(condition -> !condition.text("type").equals("PodScheduled"))
                .toList());
        conditions.add(Obj.builder()
                .put("type", "PodScheduled")
                .put("status", "True")
                .put("lastProbeTime", Null.NULL)
                .put(
                        "lastTransitionTime",
                        cluster.clock()
                                .instant()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString())
                .build());
        return pod.withObj("spec", spec -> spec.with("nodeName", node))
                .withObj("status", status -> status.with("conditions", new Arr(conditions)));
    }
}
