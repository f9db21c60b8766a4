package dev.fluxlab.kube.type;

import java.util.List;

/**
 * A path below an object, with the kind it speaks and its verbs. {@code served} is false for paths that discovery lists
 * but that need a kubelet or a websocket tunnel: they answer 501.
 */
public record Subresource(String name, GroupVersionKind kind, List<String> verbs, boolean served) {

    public Subresource {
        verbs = List.copyOf(verbs);
    }
}
