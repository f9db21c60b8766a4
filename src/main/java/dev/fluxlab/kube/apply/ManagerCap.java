package dev.fluxlab.kube.apply;

import dev.fluxlab.kube.apply.ManagedFields.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps the number of updaters down: beyond ten, the oldest become one entry per version, {@code ancient-changes}. */
final class ManagerCap {

    private static final int MOST = 10;
    private static final String BUCKET = "ancient-changes";

    private ManagedFields managers;
    private final Map<String, ManagerId> firstOfVersion = new HashMap<>();
    private int count;

    private ManagerCap(ManagedFields managers, int count) {
        this.managers = managers;
        this.count = count;
    }

    static ManagedFields cap(ManagedFields managers) {
        List<ManagerId> updaters = new ArrayList<>(managers.entries().keySet().stream()
                .filter(manager -> !manager.applies())
                .toList());
        if (updaters.size() <= MOST) {
            return managers;
        }
        updaters.sort(Comparator.comparing((ManagerId manager) -> seconds(managers, manager))
                .thenComparing(Comparator.naturalOrder()));
        ManagerCap cap = new ManagerCap(managers, updaters.size());
        updaters.forEach(cap::merge);
        return cap.managers;
    }

    private static long seconds(ManagedFields managers, ManagerId manager) {
        return managers.of(manager)
                .flatMap(Entry::time)
                .map(Instant::getEpochSecond)
                .orElse(0L);
    }

    /** Merges an updater into the bucket of its version; the first of a version only opens the bucket. */
    private void merge(ManagerId manager) {
        if (count <= MOST) {
            return;
        }
        ManagerId first = firstOfVersion.putIfAbsent(manager.apiVersion(), manager);
        if (first == null) {
            return;
        }
        ManagerId bucket = ManagerId.updater(BUCKET, manager.apiVersion(), "");
        Entry opened = managers.of(bucket).or(() -> managers.of(first)).orElseThrow();
        Entry merged = managers.of(manager).orElseThrow();
        if (managers.of(bucket).isEmpty()) {
            managers = managers.without(first);
        }
        managers =
                managers.without(manager).with(bucket, merged.with(merged.set().union(opened.set())));
        count--;
    }
}
