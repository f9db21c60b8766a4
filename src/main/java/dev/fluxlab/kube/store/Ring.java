package dev.fluxlab.kube.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The last changes of one resource, oldest first, each with the tree it led to. Immutable to readers: a write makes the next
 * ring, which shares the array until it is full.
 */
final class Ring {

    private record Entry(Change change, SortedTree<Stored> tree) {}

    /** What is known of the time before the first entry. */
    private record Floor(long revision, SortedTree<Stored> tree) {}

    private final int capacity;
    private final Entry[] entries;
    private final int first;
    private final int end;
    private final Floor floor;

    private Ring(int capacity, Entry[] entries, int first, int end, Floor floor) {
        this.capacity = capacity;
        this.entries = entries;
        this.first = first;
        this.end = end;
        this.floor = floor;
    }

    /** A ring that remembers nothing before the given revision. */
    static Ring startingAt(long floor, SortedTree<Stored> tree, int capacity) {
        return new Ring(capacity, new Entry[0], 0, 0, new Floor(floor, tree));
    }

    SortedTree<Stored> tree() {
        return end == first ? floor.tree : entries[end - 1].tree;
    }

    /** The revision before which nothing is known. */
    long floor() {
        return floor.revision;
    }

    Ring with(Change change, SortedTree<Stored> tree) {
        Entry[] array = entries;
        int from = first;
        int to = end;
        if (to == array.length) {
            array = new Entry[Math.min(capacity * 2, to * 2 + 8)];
            System.arraycopy(entries, from, array, 0, to - from);
            to -= from;
            from = 0;
        }
        array[to] = new Entry(change, tree);
        if (to + 1 - from <= capacity) {
            return new Ring(capacity, array, from, to + 1, floor);
        }
        Entry forgotten = array[from];
        Floor raised = new Floor(forgotten.change.revision(), forgotten.tree);
        return new Ring(capacity, array, from + 1, to + 1, raised);
    }

    /** The changes after a revision; empty when some of them may be forgotten. */
    Optional<List<Change>> after(long revision) {
        if (revision < floor.revision) {
            return Optional.empty();
        }
        List<Change> changes = new ArrayList<>();
        for (int at = firstAfter(revision); at < end; at++) {
            changes.add(entries[at].change);
        }
        return Optional.of(changes);
    }

    /** The tree as it was at a revision; empty when that is forgotten. */
    Optional<SortedTree<Stored>> treeAt(long revision) {
        if (revision < floor.revision) {
            return Optional.empty();
        }
        int next = firstAfter(revision);
        return Optional.of(next == first ? floor.tree : entries[next - 1].tree);
    }

    private int firstAfter(long revision) {
        int low = first;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries[middle].change.revision() > revision) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
