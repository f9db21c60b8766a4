package dev.fluxlab.kube.apply;

import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.apply.ManagedFields.Entry;
import dev.fluxlab.kube.type.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Ownership of the number of replicas, which a workload and its {@code scale} subresource each have at a place of their
 * own: who scales takes the workload's field.
 */
public final class ScaleOwnership {

    private static final String SCALE_VERSION = "autoscaling/v1";
    private static final FieldSet SCALE_REPLICAS = FieldSet.ofDotted(List.of("spec.replicas"));

    private final String parentVersion;
    private final FieldSet parentReplicas;

    /**
     * The ownership between a scale and a workload.
     *
     * @param parentVersion the workload's apiVersion
     * @param replicasPath where the workload holds its replicas, such as {@code spec.replicas}
     */
    public ScaleOwnership(String parentVersion, String replicasPath) {
        this.parentVersion = parentVersion;
        this.parentReplicas = FieldSet.ofDotted(List.of(replicasPath));
    }

    /**
     * The workload with the managers that a write to its scale leaves.
     *
     * @param parent the workload with its new number of replicas and the managers it had
     */
    public Obj update(Obj parent, Obj scaleBefore, Obj scaleAfter, Writer writer) {
        Target scale = new Target(SCALE_VERSION, "Scale", Schema.ANY, "scale", List.of("status"));
        return toParent(parent, new Ownership(scale).update(toScale(parent, scaleBefore), scaleAfter, writer));
    }

    /** The scale with those managers of the workload that own its replicas. */
    private Obj toScale(Obj parent, Obj scale) {
        Map<ManagerId, Entry> owners = new TreeMap<>();
        managersOf(parent).entries().forEach((manager, entry) -> {
            if (owns(entry, parentReplicas)) {
                owners.put(manager, new Entry(SCALE_REPLICAS, SCALE_VERSION, entry.time()));
            }
        });
        return ManagedFields.of(owners).writeTo(scale);
    }

    /**
     * The workload with its managers after the scale was written: {@code scale} holds the managers that the write left.
     *
     * <p>As on a real server, an updater is another manager in the scale's version: its entry is taken out and put back
     * without a time.
     */
    private Obj toParent(Obj parent, Obj scale) {
        Map<ManagerId, Entry> scalers = new TreeMap<>(
                ManagedFields.read(scale).orElse(ManagedFields.NONE).entries());
        Map<ManagerId, Entry> after = new TreeMap<>();
        managersOf(parent).entries().forEach((manager, entry) -> {
            boolean keeps = !owns(entry, parentReplicas) || scalers.remove(manager) != null;
            FieldSet set = keeps ? entry.set() : entry.set().difference(parentReplicas);
            after.put(manager, entry.with(set));
        });
        scalers.forEach((manager, entry) -> {
            if (owns(entry, SCALE_REPLICAS)) {
                after.put(manager, new Entry(parentReplicas, parentVersion, Optional.empty()));
            }
        });
        return ManagedFields.of(after).writeTo(parent);
    }

    private ManagedFields managersOf(Obj parent) {
        return ManagedFields.read(parent).orElse(ManagedFields.NONE).inVersions(Set.of(parentVersion));
    }

    private static boolean owns(Entry entry, FieldSet replicas) {
        return !entry.set().intersection(replicas).isEmpty();
    }
}
