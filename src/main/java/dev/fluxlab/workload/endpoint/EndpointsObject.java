package dev.fluxlab.workload.endpoint;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The Endpoints that a Service has with its backends. */
record EndpointsObject(Obj service, List<Backend> backends) {

    /** The object, on top of what is there. */
    Obj over(Obj before) {
        Obj.Builder labels = service.obj("metadata", "labels").toBuilder();
        labels.put("endpoints.kubernetes.io/managed-by", "endpoint-controller");
        Obj metadata = before.obj("metadata")
                .with("name", service.text("metadata", "name"))
                .with("namespace", service.text("metadata", "namespace"))
                .with("labels", labels.build());
        Obj.Builder object = before.toBuilder()
                .put("apiVersion", "v1")
                .put("kind", "Endpoints")
                .put("metadata", metadata);
        Arr subsets = subsets();
        return subsets.isEmpty()
                ? object.build().without("subsets")
                : object.put("subsets", subsets).build();
    }

    private Arr subsets() {
        Map<Ports, List<Backend>> byPorts = new LinkedHashMap<>();
        backends.stream()
                .filter(backend -> !backend.isStopping())
                .sorted(Comparator.comparing(Backend::address))
                .forEach(backend -> byPorts.computeIfAbsent(Ports.of(service, backend), ports -> new ArrayList<>())
                        .add(backend));
        return new Arr(byPorts.entrySet().stream()
                .<Json>map(entry -> subset(entry.getKey(), entry.getValue()))
                .toList());
    }

    private static Obj subset(Ports ports, List<Backend> backends) {
        Obj.Builder subset = Obj.builder();
        put(subset, "addresses", backends.stream().filter(Backend::isReady).toList());
        put(
                subset,
                "notReadyAddresses",
                backends.stream().filter(backend -> !backend.isReady()).toList());
        return subset.put("ports", ports.inSubset()).build();
    }

    private static void put(Obj.Builder subset, String key, List<Backend> backends) {
        if (!backends.isEmpty()) {
            subset.put(
                    key,
                    new Arr(backends.stream()
                            .<Json>map(EndpointsObject::address)
                            .toList()));
        }
    }

    private static Obj address(Backend backend) {
        return Obj.builder()
                .put("ip", backend.address())
                .put("nodeName", backend.pod().text("spec", "nodeName"))
                .put("targetRef", backend.target())
                .build();
    }
}
