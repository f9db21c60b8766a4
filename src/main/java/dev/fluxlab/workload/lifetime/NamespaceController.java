package dev.fluxlab.workload.lifetime;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.workload.frame.Address;
import dev.fluxlab.workload.frame.ApiFailure;
import dev.fluxlab.workload.frame.Cluster;
import dev.fluxlab.workload.frame.Controller;
import dev.fluxlab.workload.frame.Trigger;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Gives each namespace its service account, and empties one that is deleted. It publishes no root certificate: nothing runs in
 * the pods that could read it, and the recorded clusters have none.
 */
public final class NamespaceController implements Controller<Namespace> {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Cluster cluster;
    private final InstantSource clock;

    public NamespaceController(Cluster cluster, InstantSource clock) {
        this.cluster = cluster.as("kube-controller-manager");
        this.clock = clock;
    }

    @Override
    public Class<Namespace> kind() {
        return Namespace.class;
    }

    @Override
    public String name() {
        return "namespace-controller";
    }

    @Override
    public Address collection() {
        return new Address("v1", "namespaces", "", "");
    }

    @Override
    public List<Trigger<?>> triggers() {
        return List.of(Trigger.naming(
                ServiceAccount.class,
                account -> new ResourceID(account.getMetadata().getNamespace())));
    }

    @Override
    public Optional<Duration> reconcile(Obj namespace) {
        String name = namespace.text("metadata", "name");
        if (namespace.text("metadata", "deletionTimestamp").isEmpty()) {
            furnish(name);
            return Optional.empty();
        }
        return empty(namespace, name);
    }

    private void furnish(String namespace) {
        ensure(new Address("v1", "serviceaccounts", namespace, "default"), "ServiceAccount", Obj.EMPTY);
    }

    private void ensure(Address address, String kind, Obj content) {
        if (cluster.get(address).isPresent()) {
            return;
        }
        Obj metadata = content.obj("metadata").with("name", address.name()).with("namespace", address.namespace());
        Obj object = content.toBuilder()
                .put("apiVersion", "v1")
                .put("kind", kind)
                .put("metadata", metadata)
                .build();
        try {
            cluster.create(address.named(""), object);
        } catch (ApiFailure e) {
            if (!e.isConflict()) {
                throw e;
            }
        }
    }

    private Optional<Duration> empty(Obj namespace, String name) {
        Contents contents = Contents.delete(cluster, name);
        Address address = new Address("v1", "namespaces", "", name);
        if (!contents.isEmpty()) {
            Obj status = contents.describe(namespace.obj("status"), clock.instant());
            if (!status.equals(namespace.obj("status"))) {
                cluster.replaceStatus(address, namespace.with("status", status));
            }
            return Optional.of(LOOK_AGAIN);
        }
        List<Json> others = namespace.items("spec", "finalizers").stream()
                .filter(finalizer -> !finalizer.asText().equals(Optional.of("kubernetes")))
                .toList();
        if (others.size() < namespace.items("spec", "finalizers").size()) {
            Obj finalized = namespace.withObj("spec", spec -> spec.with("finalizers", new Arr(others)));
            cluster.replaceBelow(address, "finalize", finalized);
        }
        return Optional.empty();
    }
}
