package dev.fluxlab.kube.apply;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Null;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The order of a merged list: items that both lists have stand in the order of the applied list, items that only the
 * live list has keep their place between their neighbours.
 */
final class ListMerge {

    /** What becomes one item: at least one of the two is there. */
    record Pair(@Nullable Json live, @Nullable Json applied) {}

    private final List<ListKeys.Keyed> live;
    private final List<ListKeys.Keyed> applied;
    private final Map<PathElement, Json> liveByKey;
    private final Map<PathElement, Json> appliedByKey;
    private final Deque<PathElement> shared = new ArrayDeque<>();
    private final Set<PathElement> taken = new HashSet<>();
    private final List<Pair> out = new ArrayList<>();
    private int left;
    private int right;

    ListMerge(List<ListKeys.Keyed> live, List<ListKeys.Keyed> applied) {
        this.live = live;
        this.applied = applied;
        this.liveByKey = byKey(live);
        this.appliedByKey = byKey(applied);
        applied.stream().map(ListKeys.Keyed::key).filter(liveByKey::containsKey).forEach(shared::add);
    }

    /** Items that repeat a key are not merged with: the applied item replaces them. */
    private static Map<PathElement, Json> byKey(List<ListKeys.Keyed> items) {
        Map<PathElement, Json> byKey = new HashMap<>();
        items.forEach(keyed -> byKey.merge(keyed.key(), keyed.item(), (first, second) -> Null.NULL));
        return byKey;
    }

    List<Pair> pairs() {
        while (left < live.size() || right < applied.size()) {
            if (left < live.size() && right < applied.size() && meets()) {
                continue;
            }
            if (left < live.size() && takesLive()) {
                continue;
            }
            if (right < applied.size()) {
                takeApplied();
            }
        }
        return out;
    }

    /** Where both lists are at the same item it is merged; a shared item whose turn has not come is passed over. */
    private boolean meets() {
        PathElement key = live.get(left).key();
        if (key.compareTo(applied.get(right).key()) == 0) {
            left++;
            takeApplied();
            return true;
        }
        PathElement next = shared.peek();
        if (appliedByKey.containsKey(key) && next != null && next.compareTo(key) != 0) {
            left++;
            return true;
        }
        return false;
    }

    /** Takes an item that only the live list has; one that is in the output already is passed over. */
    private boolean takesLive() {
        ListKeys.Keyed item = live.get(left);
        if (!appliedByKey.containsKey(item.key())) {
            out.add(new Pair(item.item(), null));
            left++;
            return true;
        }
        if (taken.contains(item.key())) {
            left++;
        }
        return false;
    }

    private void takeApplied() {
        PathElement key = applied.get(right).key();
        taken.add(key);
        out.add(new Pair(liveByKey.get(key), appliedByKey.get(key)));
        right++;
        PathElement next = shared.peek();
        if (next != null && next.compareTo(key) == 0) {
            shared.remove();
        }
    }
}
