package dev.fluxlab.workload.endpoint;

import dev.fluxlab.document.Obj;
import dev.fluxlab.workload.frame.Address;
import dev.fluxlab.workload.frame.Cluster;
import dev.fluxlab.workload.frame.Controller;
import dev.fluxlab.workload.frame.Trigger;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps the Endpoints and the EndpointSlice of each Service that selects pods. */
public final class EndpointController implements Controller<Service> {

    private final Cluster cluster;

    public EndpointController(Cluster cluster) {
        this.cluster = cluster.as("kube-controller-manager");
    }

    @Override
    public Class<Service> kind() {
        return Service.class;
    }

    @Override
    public String name() {
        return "endpoint-controller";
    }

    @Override
    public Address collection() {
        return new Address("v1", "services", "", "");
    }

    @Override
    public List<Trigger<?>> triggers() {
        return List.of(Trigger.inNamespace(Pod.class));
    }

    @Override
    public Optional<Duration> reconcile(Obj service) {
        Map<String, String> selector = service.texts("spec", "selector");
        if (!selector.isEmpty() && service.text("metadata", "deletionTimestamp").isEmpty()) {
            String namespace = service.text("metadata", "namespace");
            List<Backend> backends = cluster.list(Address.pod(namespace, ""), Cluster.selector(selector)).stream()
                    .map(Backend::new)
                    .filter(Backend::counts)
                    .toList();
            keepEndpoints(service, backends);
            keepSlice(service, backends);
        }
        return Optional.empty();
    }

    private static Address endpoints(String namespace, String name) {
        return new Address("v1", "endpoints", namespace, name);
    }

    private void keepEndpoints(Obj service, List<Backend> backends) {
        Address address = endpoints(service.text("metadata", "namespace"), service.text("metadata", "name"));
        EndpointsObject wanted = new EndpointsObject(service, backends);
        Optional<Obj> before = cluster.get(address);
        if (before.isEmpty()) {
            cluster.create(address.named(""), wanted.over(Obj.EMPTY));
        } else if (!wanted.over(before.get()).equals(before.get())) {
            cluster.replace(address, wanted.over(before.get()));
        }
    }

    private void keepSlice(Obj service, List<Backend> backends) {
        String namespace = service.text("metadata", "namespace");
        Address slices = new Address("discovery.k8s.io/v1", "endpointslices", namespace, "");
        SliceObject wanted = new SliceObject(service, backends);
        String label = SliceObject.SERVICE_LABEL + "=" + service.text("metadata", "name");
        Optional<Obj> before = cluster.list(slices, label).stream()
                .findFirst()
                .map(slice -> slice.with("apiVersion", "discovery.k8s.io/v1").with("kind", "EndpointSlice"));
        if (before.isEmpty()) {
            cluster.create(slices, wanted.over(Obj.EMPTY));
        } else if (!wanted.over(before.get()).equals(before.get())) {
            cluster.replace(slices.of(before.get()), wanted.over(before.get()));
        }
    }

    /** Slices go with their owner; Endpoints have none. */
    @Override
    public void gone(String namespace, String objectName) {
        cluster.delete(endpoints(namespace, objectName), Obj.EMPTY);
    }
}
