package dev.fluxlab.workload.lifetime;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.workload.frame.Address;
import dev.fluxlab.workload.frame.Cluster;
import dev.fluxlab.workload.lifetime.Node.Reference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What the garbage collector does to one object, given what it knows of all. */
final class Collection {

    private final Cluster cluster;
    private final Graph graph;
    private final Map<String, Resource> resources = new ConcurrentHashMap<>();

    Collection(Cluster cluster, Graph graph) {
        this.cluster = cluster;
        this.graph = graph;
    }

    void learn(Resource resource) {
        resources.put(resource.apiVersion() + "/" + resource.kind(), resource);
    }

    void attend(String uid) {
        Optional<Node> found = graph.get(uid);
        if (found.isEmpty()) {
            return;
        }
        Node node = found.get();
        if (node.letsDependentsGo()) {
            graph.dependentsOf(uid).forEach(dependent -> disown(dependent, List.of(uid)));
            removeFinalizer(node, Node.ORPHAN);
        } else if (node.waitsForDependents()) {
            sweep(node);
        } else if (!node.deleting() && !node.owners().isEmpty()) {
            judge(node);
        }
    }

    /** Deletes what the object waits for; when nothing is left to wait for, lets the object go. */
    private void sweep(Node node) {
        List<Node> dependents = graph.dependentsOf(node.uid());
        if (dependents.stream().noneMatch(dependent -> dependent.blocks(node.uid()))) {
            removeFinalizer(node, Node.FOREGROUND);
        }
        dependents.stream().filter(dependent -> !dependent.deleting()).forEach(this::judge);
    }

    /** Deletes an object that no owner holds any more. */
    private void judge(Node node) {
        List<Reference> absent =
                node.owners().stream().filter(owner -> isAbsent(node, owner)).toList();
        List<Reference> waiting = node.owners().stream()
                .filter(owner ->
                        graph.get(owner.uid()).filter(Node::waitsForDependents).isPresent())
                .toList();
        List<Reference> gone = Stream.concat(absent.stream(), waiting.stream()).toList();
        if (gone.size() == node.owners().size()) {
            boolean foreground =
                    !waiting.isEmpty() && !graph.dependentsOf(node.uid()).isEmpty();
            delete(node, foreground ? "Foreground" : "Background");
        } else if (!gone.isEmpty()) {
            disown(node, gone.stream().map(Reference::uid).toList());
        }
    }

    /** The watches may be behind, so what they do not know is asked for. */
    private boolean isAbsent(Node node, Reference owner) {
        if (graph.get(owner.uid()).isPresent()) {
            return false;
        }
        Resource resource = resources.get(owner.apiVersion() + "/" + owner.kind());
        if (resource == null) {
            return false; // not to be told: as the real collector, it leaves the object alone
        }
        String namespace = resource.namespaced() ? node.address().namespace() : "";
        return cluster.get(resource.in(namespace).named(owner.name()))
                .filter(found -> found.text("metadata", "uid").equals(owner.uid()))
                .isEmpty();
    }

    private void delete(Node node, String propagation) {
        Obj options = Obj.of("propagationPolicy", propagation).with("preconditions", Obj.of("uid", node.uid()));
        cluster.delete(node.address(), options);
    }

    private void disown(Node node, List<String> owners) {
        change(
                node.address(),
                object -> object.withObj("metadata", metadata -> {
                    Arr left = without(metadata.items("ownerReferences"), owners);
                    return left.isEmpty()
                            ? metadata.without("ownerReferences")
                            : metadata.with("ownerReferences", left);
                }));
    }

    private static Arr without(List<Json> references, List<String> owners) {
        return new Arr(references.stream()
                .filter(reference -> !owners.contains(reference.text("uid")))
                .toList());
    }

    private void removeFinalizer(Node node, String finalizer) {
        change(
                node.address(),
                object -> object.withObj(
                        "metadata",
                        metadata -> metadata.with(
                                "finalizers",
                                new Arr(metadata.items("finalizers").stream()
                                        .filter(one -> !one.asText().equals(Optional.of(finalizer)))
                                        .toList()))));
    }

    private void change(Address address, UnaryOperator<Obj> change) {
        Optional<Obj> object = cluster.get(address);
        if (object.isPresent()) {
            Obj changed = change.apply(object.get());
            if (!changed.equals(object.get())) {
                cluster.replace(address, changed);
            }
        }
    }
}
