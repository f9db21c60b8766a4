package dev.fluxlab.workload.endpoint;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.util.List;
import java.util.Optional;

/** The ports of a Service as its backends serve them. */
record Ports(List<Json> of) {

    Ports {
        of = List.copyOf(of);
    }

    static Ports of(Obj service, Backend backend) {
        return new Ports(service.items("spec", "ports").stream()
                .flatMap(port -> backend.port(port).map(number -> port(port, number)).stream())
                .<Json>map(port -> port)
                .toList());
    }

    private static Obj port(Json servicePort, long number) {
        String protocol = servicePort.text("protocol");
        return Obj.builder()
                .put("name", servicePort.text("name"))
                .put("port", number)
                .put("protocol", protocol.isEmpty() ? "TCP" : protocol)
                .build();
    }

    /** As EndpointSlices write them: a port without a name has an empty one. */
    Arr inSlice() {
        return new Arr(of);
    }

    /** As Endpoints write them: without the empty name. */
    Arr inSubset() {
        return new Arr(of.stream()
                .<Json>map(port -> Optional.of(port.obj())
                        .filter(one -> one.text("name").isEmpty())
                        .map(one -> one.without("name"))
                        .orElse(port.obj()))
                .toList());
    }
}
