package dev.fluxlab.kube.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The objects as one revision left them. It never changes, and what it remembers of the past it keeps. */
public final class Snapshot {

    private final long revision;
    private final long origin;
    private final int remembered;
    private final Map<String, Ring> rings;

    Snapshot(long revision, long origin, int remembered, Map<String, Ring> rings) {
        this.revision = revision;
        this.origin = origin;
        this.remembered = remembered;
        this.rings = rings;
    }

    public long revision() {
        return revision;
    }

    public Optional<Stored> get(Key key) {
        return ring(key.resource()).tree().get(key.path());
    }

    /** The objects of a resource whose path begins with the prefix and does not come before the start, in order. */
    public List<Stored> list(String resource, String prefix, String start) {
        return collect(ring(resource).tree(), prefix, start);
    }

    public List<Stored> list(String resource, String namespace) {
        return list(resource, Key.prefix(namespace), "");
    }

    /** As {@link #list(String, String, String)} at an earlier revision; empty when that is forgotten. */
    public Optional<List<Stored>> listAt(long earlier, String resource, String prefix) {
        return ring(resource).treeAt(earlier).map(tree -> collect(tree, prefix, ""));
    }

    /** The changes of a resource after a revision; empty when some of them may be forgotten. */
    public Optional<List<Change>> changesAfter(long earlier, String resource) {
        return ring(resource).after(earlier);
    }

    /** The revision before which nothing of the resource is known. */
    public long floor(String resource) {
        return ring(resource).floor();
    }

    /** The resources that have or had objects. */
    public Set<String> resources() {
        return Set.copyOf(rings.keySet());
    }

    Snapshot after(Change change) {
        String resource = change.key().resource();
        String path = change.key().path();
        Ring ring = ring(resource);
        SortedTree<Stored> tree = change.after()
                .map(stored -> ring.tree().with(path, stored))
                .orElseGet(() -> ring.tree().without(path));
        Map<String, Ring> next = new LinkedHashMap<>(rings);
        next.put(resource, ring.with(change, tree));
        return new Snapshot(change.revision(), origin, remembered, next);
    }

    private Ring ring(String resource) {
        Ring ring = rings.get(resource);
        return ring == null ? Ring.startingAt(origin, SortedTree.empty(), remembered) : ring;
    }

    private static List<Stored> collect(SortedTree<Stored> tree, String prefix, String start) {
        List<Stored> found = new ArrayList<>();
        for (Stored stored : tree.from(start.compareTo(prefix) > 0 ? start : prefix)) {
            if (!stored.key().path().startsWith(prefix)) {
                break;
            }
            found.add(stored);
        }
        return found;
    }
}
