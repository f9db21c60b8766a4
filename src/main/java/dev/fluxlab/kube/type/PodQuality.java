package dev.fluxlab.kube.type;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.util.ArrayList;
import java.util.List;

/** A pod's quality of service class, worked out of what its containers ask for. */
final class PodQuality {

    private PodQuality() {}

    static String of(Obj spec) {
        List<Json> containers = new ArrayList<>(spec.items("containers"));
        containers.addAll(spec.items("initContainers"));
        if (containers.stream().noneMatch(PodQuality::asksForAnything)) {
            return "BestEffort";
        }
        return containers.stream().allMatch(PodQuality::isGuaranteed) ? "Guaranteed" : "Burstable";
    }

    private static boolean asksForAnything(Json container) {
        return List.of("requests", "limits").stream()
                .map(kind -> container.obj("resources", kind))
                .anyMatch(amounts -> amounts.has("cpu") || amounts.has("memory"));
    }

    private static boolean isGuaranteed(Json container) {
        Obj limits = container.obj("resources", "limits");
        Obj requests = container.obj("resources", "requests");
        return List.of("cpu", "memory").stream()
                .allMatch(name -> limits.has(name) && requests.get(name).equals(limits.get(name)));
    }
}
