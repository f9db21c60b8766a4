package dev.fluxlab.workload.endpoint;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.util.Optional;

/** A pod behind a Service. */
record Backend(Obj pod) {

    String address() {
        return pod.text("status", "podIP");
    }

    boolean isReady() {
        return pod.items("status", "conditions").stream()
                .anyMatch(condition -> condition.text("type").equals("Ready")
                        && condition.text("status").equals("True"));
    }

    boolean isStopping() {
        return !pod.text("metadata", "deletionTimestamp").isEmpty();
    }

    /** A pod that has an address and has not run to its end. */
    boolean counts() {
        String phase = pod.text("status", "phase");
        return !address().isEmpty() && !phase.equals("Succeeded") && !phase.equals("Failed");
    }

    Obj target() {
        return Obj.builder()
                .put("kind", "Pod")
                .put("namespace", pod.text("metadata", "namespace"))
                .put("name", pod.text("metadata", "name"))
                .put("uid", pod.text("metadata", "uid"))
                .build();
    }

    /** The number of a service's port on this pod; none when the pod has no port of that name. */
    Optional<Long> port(Json servicePort) {
        Optional<Json> target = servicePort.at("targetPort");
        Optional<Long> number = target.flatMap(Json::asLong);
        if (number.isPresent()) {
            return number;
        }
        String name = target.flatMap(Json::asText).orElse("");
        if (name.isEmpty()) {
            return servicePort.at("port").flatMap(Json::asLong);
        }
        return pod.items("spec", "containers").stream()
                .flatMap(container -> container.items("ports").stream())
                .filter(port -> port.text("name").equals(name))
                .flatMap(port -> port.at("containerPort").flatMap(Json::asLong).stream())
                .findFirst();
    }
}
