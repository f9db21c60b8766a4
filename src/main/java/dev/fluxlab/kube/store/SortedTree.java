package dev.fluxlab.kube.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An immutable sorted map from text: a change copies the path to one leaf and shares the rest, so that every revision can keep
 * its own. Balanced by weight (Adams 1993) with the bounds of Hirai and Yamamoto 2011.
 */
final class SortedTree<V> {

    private static final int DELTA = 3;
    private static final int RATIO = 2;

    private final @Nullable Node<V> root;

    private SortedTree(@Nullable Node<V> root) {
        this.root = root;
    }

    static <V> SortedTree<V> empty() {
        return new SortedTree<>(null);
    }

    int size() {
        return size(root);
    }

    Optional<V> get(String key) {
        Node<V> here = root;
        while (here != null) {
            int order = key.compareTo(here.key);
            if (order == 0) {
                return Optional.of(here.value);
            }
            here = order < 0 ? here.left : here.right;
        }
        return Optional.empty();
    }

    SortedTree<V> with(String key, V value) {
        return new SortedTree<>(insert(root, key, value));
    }

    SortedTree<V> without(String key) {
        return new SortedTree<>(remove(root, key));
    }

    /** The values from the first key that is not below the given one, in order. */
    Iterable<V> from(String start) {
        return () -> new Ascending<>(root, start);
    }

    private record Node<V>(String key, V value, @Nullable Node<V> left, @Nullable Node<V> right, int size) {}

    private static int size(@Nullable Node<?> node) {
        return node == null ? 0 : node.size;
    }

    private static <V> Node<V> node(Node<V> entry, @Nullable Node<V> left, @Nullable Node<V> right) {
        return new Node<>(entry.key, entry.value, left, right, size(left) + size(right) + 1);
    }

    private static <V> Node<V> insert(@Nullable Node<V> node, String key, V value) {
        if (node == null) {
            return new Node<>(key, value, null, null, 1);
        }
        int order = key.compareTo(node.key);
        if (order == 0) {
            return new Node<>(key, value, node.left, node.right, node.size);
        }
        return order < 0
                ? balanced(node, insert(node.left, key, value), node.right)
                : balanced(node, node.left, insert(node.right, key, value));
    }

    private static <V> @Nullable Node<V> remove(@Nullable Node<V> node, String key) {
        if (node == null) {
            return null;
        }
        int order = key.compareTo(node.key);
        if (order == 0) {
            return joined(node.left, node.right);
        }
        return order < 0
                ? balanced(node, remove(node.left, key), node.right)
                : balanced(node, node.left, remove(node.right, key));
    }

    private static <V> @Nullable Node<V> joined(@Nullable Node<V> left, @Nullable Node<V> right) {
        if (left == null) {
            return right;
        }
        if (right == null) {
            return left;
        }
        Node<V> next = right;
        while (next.left != null) {
            next = next.left;
        }
        return balanced(next, left, remove(right, next.key));
    }

    private static <V> Node<V> balanced(Node<V> entry, @Nullable Node<V> left, @Nullable Node<V> right) {
        boolean small = size(left) + size(right) < 2;
        if (!small && right != null && size(right) > DELTA * size(left)) {
            return leftTurned(entry, left, right);
        }
        if (!small && left != null && size(left) > DELTA * size(right)) {
            return rightTurned(entry, left, right);
        }
        return node(entry, left, right);
    }

    private static <V> Node<V> leftTurned(Node<V> entry, @Nullable Node<V> left, Node<V> right) {
        Node<V> inner = right.left;
        if (inner == null || size(inner) < RATIO * size(right.right)) {
            return node(right, node(entry, left, inner), right.right);
        }
        return node(inner, node(entry, left, inner.left), node(right, inner.right, right.right));
    }

    private static <V> Node<V> rightTurned(Node<V> entry, Node<V> left, @Nullable Node<V> right) {
        Node<V> inner = left.right;
        if (inner == null || size(inner) < RATIO * size(left.left)) {
            return node(left, left.left, node(entry, inner, right));
        }
        return node(inner, node(left, left.left, inner.left), node(entry, inner.right, right));
    }

    private static final class Ascending<V> implements Iterator<V> {

        private final Deque<Node<V>> pending = new ArrayDeque<>();

        Ascending(@Nullable Node<V> root, String start) {
            Node<V> here = root;
            while (here != null) {
                if (here.key.compareTo(start) >= 0) {
                    pending.push(here);
                    here = here.left;
                } else {
                    here = here.right;
                }
            }
        }

        @Override
        public boolean hasNext() {
            return !pending.isEmpty();
        }

        @Override
        public V next() {
            if (pending.isEmpty()) {
                throw new NoSuchElementException("the tree has no further entry");
            }
            Node<V> node = pending.pop();
            for (Node<V> below = node.right; below != null; below = below.left) {
                pending.push(below);
            }
            return node.value;
        }
    }
}
