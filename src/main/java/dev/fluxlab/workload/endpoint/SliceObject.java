package dev.fluxlab.workload.endpoint;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.util.Comparator;
import java.util.List;

/** The EndpointSlice that a Service has with its backends; a lab's services fit into one. */
record SliceObject(Obj service, List<Backend> backends) {

    static final String SERVICE_LABEL = "kubernetes.io/service-name";

    /** The object, on top of what is there. */
    Obj over(Obj before) {
        String name = service.text("metadata", "name");
        Obj.Builder labels = service.obj("metadata", "labels").toBuilder();
        if (service.text("spec", "clusterIP").equals("None")) {
            labels.put("service.kubernetes.io/headless", "");
        }
        labels.put("endpointslice.kubernetes.io/managed-by", "endpointslice-controller.k8s.io")
                .put(SERVICE_LABEL, name);
        Obj metadata = before.obj("metadata")
                .with("namespace", service.text("metadata", "namespace"))
                .with("labels", labels.build())
                .with("ownerReferences", owner());
        if (metadata.text("name").isEmpty()) {
            metadata = metadata.with("generateName", name + "-");
        }
        return before.toBuilder()
                .put("apiVersion", "discovery.k8s.io/v1")
                .put("kind", "EndpointSlice")
                .put("metadata", metadata)
                .put("addressType", "IPv4")
                .put("endpoints", endpoints())
                .put("ports", ports())
                .build();
    }

    private Arr owner() {
        return Arr.of(Obj.builder()
                .put("apiVersion", "v1")
                .put("kind", "Service")
                .put("name", service.text("metadata", "name"))
                .put("uid", service.text("metadata", "uid"))
                .put("controller", true)
                .put("blockOwnerDeletion", true)
                .build());
    }

    private Arr ports() {
        return backends.stream()
                .findFirst()
                .map(backend -> Ports.of(service, backend).inSlice())
                .orElse(Arr.EMPTY);
    }

    private Arr endpoints() {
        return new Arr(backends.stream()
                .sorted(Comparator.comparing(Backend::address))
                .<Json>map(SliceObject::endpoint)
                .toList());
    }

    private static Obj endpoint(Backend backend) {
        Obj conditions = Obj.builder()
                .put("ready", backend.isReady() && !backend.isStopping())
                .put("serving", backend.isReady())
                .put("terminating", backend.isStopping())
                .build();
        return Obj.builder()
                .put("addresses", Arr.ofTexts(List.of(backend.address())))
                .put("conditions", conditions)
                .put("nodeName", backend.pod().text("spec", "nodeName"))
                .put("targetRef", backend.target())
                .build();
    }
}
