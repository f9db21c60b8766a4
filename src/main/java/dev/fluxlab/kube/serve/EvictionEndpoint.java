package dev.fluxlab.kube.serve;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.store.Snapshot;
import dev.fluxlab.kube.store.Stored;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** POST pods/x/eviction: a deletion that disruption budgets may refuse. */
final class EvictionEndpoint implements Verb {

    private final BodyReader bodies;
    private final Deletion deletion;
    private final Cluster cluster;

    EvictionEndpoint(BodyReader bodies, Deletion deletion, Cluster cluster) {
        this.bodies = bodies;
        this.deletion = deletion;
        this.cluster = cluster;
    }

    @Override
    public void answer(Call call) throws IOException {
        Obj eviction = bodies.read(call.exchange(), "Eviction").object();
        Obj pod = GetVerb.find(call, cluster.store().now());
        refusal(pod).ifPresent(budget -> {
            throw Refusals.tooManyRequests(
                    "Cannot evict pod as it would violate the pod's disruption budget.",
                    "DisruptionBudget",
                    "The disruption budget " + Meta.name(budget) + " needs "
                            + number(budget, "desiredHealthy") + " healthy pods and has "
                            + number(budget, "currentHealthy") + " currently");
        });
        DeleteOptions options = DeleteOptions.of(call.exchange().query(), eviction.obj("deleteOptions"));
        deletion.delete(call.write("DeleteOptions"), options);
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

    /** The budget that allows no further disruption of the pod. */
    private Optional<Obj> refusal(Obj pod) {
        Snapshot now = cluster.store().now();
        Map<String, String> labels = pod.texts("metadata", "labels");
        return now.list("poddisruptionbudgets.policy", Meta.text(pod, "namespace")).stream()
                .map(Stored::object)
                .filter(budget -> selects(budget, labels) && number(budget, "disruptionsAllowed") <= 0)
                .findFirst();
    }

    private static boolean selects(Obj budget, Map<String, String> labels) {
        Map<String, String> wanted = budget.texts("spec", "selector", "matchLabels");
        return !wanted.isEmpty() && labels.entrySet().containsAll(wanted.entrySet());
    }

    private static long number(Obj budget, String field) {
        return budget.at("status", field).flatMap(Json::asLong).orElse(0L);
    }
}
