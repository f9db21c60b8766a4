package dev.fluxlab.workload.lifetime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxlab.workload.frame.Address;
import dev.fluxlab.workload.lifetime.Node.Reference;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GraphTest {

    private final Graph graph = new Graph();

    private static Node node(String uid, String... owners) {
        List<Reference> references = List.of(owners).stream()
                .map(owner -> new Reference("v1", "ConfigMap", owner, owner, true))
                .toList();
        return new Node(new Address("v1", "configmaps", "default", uid), uid, references, List.of(), false);
    }

    @Test
    void an_owner_has_its_dependents_whichever_was_seen_first() {
        graph.put(node("child", "owner"));
        graph.put(node("owner"));
        assertThat(graph.dependentsOf("owner")).extracting(Node::uid).containsExactly("child");
    }

    @Test
    void an_object_that_is_disowned_is_no_dependent_any_more() {
        graph.put(node("child", "owner"));
        graph.put(node("child"));
        assertThat(graph.dependentsOf("owner")).isEmpty();
    }

    @Test
    void an_object_that_is_gone_is_forgotten() {
        graph.put(node("child", "owner"));
        assertThat(graph.remove("child")).isPresent();
        assertThat(graph.dependentsOf("owner")).isEmpty();
        assertThat(graph.get("child")).isEmpty();
        assertThat(graph.remove("child")).isEmpty();
    }
}
