package dev.fluxlab.kube.apply;

import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.apply.ManagedFields.Entry;
import dev.fluxlab.kube.type.Schema;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Works out what a write changes and who loses or gains fields by it. */
final class Updater {

    private final Target target;
    private final FieldSet reset;

    Updater(Target target) {
        this.target = target;
        this.reset = FieldSet.ofDotted(target.reset());
    }

    /** What an apply makes: nothing new when the object stays as it is. */
    record Applied(Optional<Obj> object, ManagedFields managers) {}

    /** The managers after a write that takes every field it changes; the writer's entry holds just what this write took. */
    ManagedFields update(Obj live, Obj next, ManagedFields managers, ManagerId writer) {
        ManagedFields known = reconciled(managers);
        Map<String, Comparison> comparisons = comparisons(live, next, known);
        ManagedFields rest = yielding(known, comparisons, conflicts(known, comparisons, writer), writer);
        Comparison mine = comparison(comparisons, target.apiVersion());
        FieldSet before = rest.of(writer).map(Entry::set).orElse(FieldSet.EMPTY);
        FieldSet set = before.difference(mine.removed()).union(mine.changed()).without(reset);
        return rest.with(writer, new Entry(set, target.apiVersion(), Optional.empty()));
    }

    /**
     * The object with a configuration laid over it, without what the applier no longer mentions and nobody else owns.
     *
     * @throws ConflictException when others own what would change, unless forced
     */
    Applied apply(Obj live, Obj config, ManagedFields managers, ManagerId applier, boolean force) {
        ManagedFields known = reconciled(managers);
        Optional<Entry> last = known.of(applier);
        FieldSet set = OwnedFields.of(target.schema(), config).without(reset);
        ManagedFields claimed =
                known.without(applier).with(applier, new Entry(set, target.apiVersion(), last.flatMap(Entry::time)));
        Obj merged = Merging.merge(target.schema(), live, config);
        Obj next = last.map(entry -> pruned(merged, claimed, entry)).orElse(merged);
        Map<String, Comparison> comparisons = comparisons(live, next, claimed);
        Map<ManagerId, FieldSet> conflicts = conflicts(claimed, comparisons, applier);
        if (!force && !conflicts.isEmpty()) {
            throw ConflictException.of(conflicts);
        }
        ManagedFields after = yielding(claimed, comparisons, conflicts, applier);
        return new Applied(Values.equal(live, next) ? Optional.empty() : Optional.of(next), after);
    }

    private ManagedFields reconciled(ManagedFields managers) {
        return managers.inVersions(target.versions().keySet())
                .map((manager, entry) -> Reconciling.reconcile(schema(entry.apiVersion()), entry.set()));
    }

    private Schema schema(String apiVersion) {
        return target.versions().getOrDefault(apiVersion, target.schema());
    }

    private Map<String, Comparison> comparisons(Obj live, Obj next, ManagedFields managers) {
        Map<String, Comparison> byVersion = new HashMap<>();
        byVersion.put(target.apiVersion(), compared(target.schema(), live, next));
        managers.entries()
                .values()
                .forEach(entry -> byVersion.computeIfAbsent(
                        entry.apiVersion(), version -> compared(schema(version), live, next)));
        return byVersion;
    }

    private Comparison compared(Schema schema, Obj live, Obj next) {
        return Comparison.of(schema, live, next).without(reset);
    }

    private static Comparison comparison(Map<String, Comparison> comparisons, String version) {
        return comparisons.getOrDefault(version, new Comparison(FieldSet.EMPTY, FieldSet.EMPTY, FieldSet.EMPTY));
    }

    private static Map<ManagerId, FieldSet> conflicts(
            ManagedFields managers, Map<String, Comparison> comparisons, ManagerId writer) {
        Map<ManagerId, FieldSet> conflicts = new TreeMap<>();
        managers.entries().forEach((manager, entry) -> {
            FieldSet changed = comparison(comparisons, entry.apiVersion()).changed();
            FieldSet conflict = entry.set().intersection(changed);
            if (!manager.equals(writer) && !conflict.isEmpty()) {
                conflicts.put(manager, conflict);
            }
        });
        return conflicts;
    }

    /** Everyone else gives up what changed under them and what was removed. */
    private static ManagedFields yielding(
            ManagedFields managers,
            Map<String, Comparison> comparisons,
            Map<ManagerId, FieldSet> conflicts,
            ManagerId writer) {
        return managers.map((manager, entry) -> {
            if (manager.equals(writer)) {
                return entry.set();
            }
            FieldSet lost = conflicts.getOrDefault(manager, FieldSet.EMPTY);
            FieldSet removed = comparison(comparisons, entry.apiVersion()).removed();
            return entry.set().difference(lost).difference(removed);
        });
    }

    /** Without what the applier owned last time and no longer mentions, save what others own or nobody ever owned. */
    private Obj pruned(Obj merged, ManagedFields managers, Entry last) {
        Schema schema = schema(last.apiVersion());
        FieldSet lastNamed = last.set().withNamedFields(schema);
        FieldSet mergedNamed = OwnedFields.of(schema, merged).withNamedFields(schema);
        Obj pruned = Removal.remove(schema, merged, lastNamed);
        FieldSet prunedNamed = OwnedFields.of(schema, pruned).withNamedFields(schema);
        FieldSet owned = FieldSet.EMPTY;
        for (Entry entry : managers.entries().values()) {
            owned = owned.union(entry.set());
        }
        FieldSet kept = prunedNamed.union(owned.withNamedFields(schema));
        Obj withOwned = Removal.remove(schema, merged, mergedNamed.difference(kept));
        FieldSet withOwnedNamed = OwnedFields.of(schema, withOwned).withNamedFields(schema);
        FieldSet gone = mergedNamed.difference(withOwnedNamed).intersection(lastNamed);
        return Removal.remove(schema, merged, gone);
    }
}
