package dev.fluxlab.kube.serve;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.type.ResourceType;
import java.util.Set;

/** How long a deletion lets a pod's containers end: everything but a running pod ends at once. */
final class Grace {

    private static final Set<String> ENDED = Set.of("Succeeded", "Failed");

    private Grace() {}

    static long of(ResourceType type, Obj live, DeleteOptions options) {
        boolean pod = type.groupResource().toString().equals("pods");
        boolean running =
                pod && !live.text("spec", "nodeName").isEmpty() && !ENDED.contains(live.text("status", "phase"));
        if (!running) {
            return 0;
        }
        long wanted = options.gracePeriod()
                .or(() -> live.at("spec", "terminationGracePeriodSeconds").flatMap(Json::asLong))
                .orElse(30L);
        return wanted < 0 ? 1 : wanted;
    }
}
