package dev.fluxlab.workload.lifetime;

import dev.fluxlab.workload.lifetime.Node.Reference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who owns whom, as far as the watches have told. */
final class Graph {

    private final Map<String, Node> nodes = new HashMap<>();
    private final Map<String, Set<String>> dependents = new HashMap<>();

    synchronized void put(Node node) {
        remove(node.uid());
        nodes.put(node.uid(), node);
        for (Reference owner : node.owners()) {
            dependents.computeIfAbsent(owner.uid(), uid -> new HashSet<>()).add(node.uid());
        }
    }

    synchronized Optional<Node> remove(String uid) {
        Optional<Node> before = Optional.ofNullable(nodes.remove(uid));
        before.ifPresent(node -> node.owners().forEach(owner -> unlink(owner.uid(), uid)));
        return before;
    }

    private void unlink(String owner, String dependent) {
        Set<String> others = dependents.getOrDefault(owner, new HashSet<>());
        others.remove(dependent);
        if (others.isEmpty()) {
            dependents.remove(owner);
        }
    }

    synchronized Optional<Node> get(String uid) {
        return Optional.ofNullable(nodes.get(uid));
    }

    synchronized List<Node> dependentsOf(String uid) {
        return dependents.getOrDefault(uid, Set.of()).stream().map(nodes::get).toList();
    }
}
