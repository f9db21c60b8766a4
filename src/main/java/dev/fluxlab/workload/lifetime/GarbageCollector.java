package dev.fluxlab.workload.lifetime;

import dev.fluxlab.clock.Activity;
import dev.fluxlab.clock.WorldClock;
import dev.fluxlab.workload.frame.Address;
import dev.fluxlab.workload.frame.ApiFailure;
import dev.fluxlab.workload.frame.Backoff;
import dev.fluxlab.workload.frame.Cluster;
import dev.fluxlab.workload.lifetime.Node.Reference;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.informers.cache.ReducedStateItemStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Watches every kind that the server serves, and collects what no owner holds any more. */
public final class GarbageCollector implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(GarbageCollector.class.getName());
    private static final Set<String> IGNORED = Set.of("events", "leases", "componentstatuses");

    private final KubernetesClient client;
    private final Cluster cluster;
    private final WorldClock clock;
    private final Graph graph = new Graph();
    private final Collection collection;
    private final Backoff<String> backoff = new Backoff<>(Duration.ofMillis(50), Duration.ofSeconds(1000));
    private final Map<Resource, SharedIndexInformer<GenericKubernetesResource>> watches = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "garbage-collector");
        thread.setDaemon(true);
        return thread;
    });

    private GarbageCollector(KubernetesClient client, Cluster cluster, WorldClock clock) {
        this.client = client;
        this.cluster = cluster.as("kube-controller-manager");
        this.clock = clock;
        this.collection = new Collection(this.cluster, graph);
    }

    /** Starts to watch, in the background: nothing waits for the collector. */
    public static GarbageCollector start(KubernetesClient client, Cluster cluster, WorldClock clock) {
        GarbageCollector collector = new GarbageCollector(client, cluster, clock);
        collector.submit(collector::watchAll, "kinds");
        return collector;
    }

    private void submit(Runnable task, String subject) {
        if (worker.isShutdown()) {
            return;
        }
        clock.stir();
        worker.execute(() -> {
            try (Activity activity = clock.begin()) {
                task.run();
                backoff.forget(subject);
            } catch (ApiFailure e) {
                LOG.log(Level.FINE, e, () -> "garbage collection of " + subject + " is tried again");
                clock.schedule(backoff.next(subject), () -> submit(task, subject));
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, e, () -> "garbage collection of " + subject + " failed");
            }
        });
    }

    private void watchAll() {
        List<Resource> served = Resource.all(cluster).stream()
                .filter(resource -> resource.can("watch") && resource.can("list") && resource.can("delete"))
                .filter(resource -> !IGNORED.contains(resource.plural()))
                .toList();
        served.stream().filter(resource -> !watches.containsKey(resource)).forEach(this::watch);
        watches.keySet().removeIf(resource -> !served.contains(resource) && stop(resource));
    }

    private boolean stop(Resource resource) {
        SharedIndexInformer<GenericKubernetesResource> watch = watches.get(resource);
        if (watch != null) {
            watch.stop();
        }
        return true;
    }

    private void watch(Resource resource) {
        collection.learn(resource);
        int slash = resource.apiVersion().indexOf('/');
        ResourceDefinitionContext context = new ResourceDefinitionContext.Builder()
                .withGroup(slash < 0 ? "" : resource.apiVersion().substring(0, slash))
                .withVersion(resource.apiVersion().substring(slash + 1))
                .withKind(resource.kind())
                .withPlural(resource.plural())
                .withNamespaced(resource.namespaced())
                .build();
        SharedIndexInformer<GenericKubernetesResource> informer = client.genericKubernetesResources(context)
                .inAnyNamespace()
                .runnableInformer(0)
                .itemStore(new ReducedStateItemStore<>(
                        ReducedStateItemStore.UID_KEY_STATE,
                        GenericKubernetesResource.class,
                        client.getKubernetesSerialization(),
                        "metadata.name",
                        "metadata.namespace"))
                .addEventHandler(new Events(resource));
        informer.start();
        watches.put(resource, informer);
    }

    @Override
    public void close() {
        worker.shutdownNow();
        watches.values().forEach(SharedIndexInformer::stop);
    }

    /** Keeps the graph for one kind. */
    private final class Events implements ResourceEventHandler<GenericKubernetesResource> {

        private final Resource resource;

        Events(Resource resource) {
            this.resource = resource;
        }

        @Override
        public void onAdd(GenericKubernetesResource object) {
            Node node = node(object.getMetadata());
            graph.put(node);
            if (node.deleting() || !node.owners().isEmpty()) {
                submit(() -> collection.attend(node.uid()), node.uid());
            }
            if (resource.plural().equals("customresourcedefinitions")) {
                submit(GarbageCollector.this::watchAll, "kinds");
            }
        }

        @Override
        public void onUpdate(GenericKubernetesResource before, GenericKubernetesResource after) {
            onAdd(after);
        }

        @Override
        public void onDelete(GenericKubernetesResource object, boolean finalStateUnknown) {
            String uid = object.getMetadata().getUid();
            List<Node> dependents = graph.dependentsOf(uid);
            graph.remove(uid).ifPresent(node -> node.owners()
                    .forEach(owner -> submit(() -> collection.attend(owner.uid()), owner.uid())));
            dependents.forEach(dependent -> submit(() -> collection.attend(dependent.uid()), dependent.uid()));
        }

        private Node node(ObjectMeta metadata) {
            String namespace = resource.namespaced() ? metadata.getNamespace() : "";
            Address address = resource.in(namespace).named(metadata.getName());
            List<Reference> owners = metadata.getOwnerReferences().stream()
                    .map(Events::reference)
                    .toList();
            boolean deleting = metadata.getDeletionTimestamp() != null;
            return new Node(address, metadata.getUid(), owners, metadata.getFinalizers(), deleting);
        }

        private static Reference reference(OwnerReference owner) {
            boolean blocks = Boolean.TRUE.equals(owner.getBlockOwnerDeletion());
            return new Reference(owner.getApiVersion(), owner.getKind(), owner.getName(), owner.getUid(), blocks);
        }
    }
}
