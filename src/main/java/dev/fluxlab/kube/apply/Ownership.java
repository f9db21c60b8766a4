package dev.fluxlab.kube.apply;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.apply.ManagedFields.Entry;
import dev.fluxlab.kube.apply.Updater.Applied;
import dev.fluxlab.kube.type.Normaliser;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who owns which field: works out {@code metadata.managedFields} of every write, and merges what is applied.
 *
 * <p>Call it on objects that are decoded and defaulted, before a kind's strategy fills in what only the server knows
 * (uid, generation, cluster IPs): what it does not see change, nobody owns.
 */
public final class Ownership {

    /** The one client whose client-side apply is taken over without conflicts. */
    private static final String KUBECTL = "kubectl";

    private static final String BEFORE_FIRST_APPLY = "before-first-apply";

    /** Fields that only identify an object, or that only the server writes: nobody owns them. */
    private static final FieldSet UNOWNED = FieldSet.ofDotted(List.of(
            "apiVersion",
            "kind",
            "metadata",
            "metadata.name",
            "metadata.namespace",
            "metadata.creationTimestamp",
            "metadata.selfLink",
            "metadata.uid",
            "metadata.clusterName",
            "metadata.generation",
            "metadata.managedFields",
            "metadata.resourceVersion"));

    private final Target target;
    private final Updater updater;

    public Ownership(Target target) {
        this.target = target;
        this.updater = new Updater(target);
    }

    /** The next object with the managed fields that a create, replace or patch leaves; live is empty on create. */
    public Obj update(Obj live, Obj next, Writer writer) {
        ManagedFields managers = managersFor(live, next);
        Obj bare = ManagedFields.strip(next);
        boolean untracked = managers.isEmpty() && !live.text("metadata", "uid").isEmpty();
        if (untracked || !fits(bare) || !fits(live)) {
            return bare;
        }
        return tracked(orEmpty(live), bare, managers, writer).writeTo(bare);
    }

    private boolean fits(Obj object) {
        return ObjectCheck.faultOfStored(target.schema(), object).isEmpty();
    }

    /** Those a request states, if it may and they are valid; the live object's otherwise. */
    private ManagedFields managersFor(Obj live, Obj next) {
        ManagedFields ofLive = ManagedFields.read(live).orElse(ManagedFields.NONE);
        if (!target.subresource().isEmpty()) {
            return ofLive;
        }
        if (ManagedFields.isReset(next)) {
            return ManagedFields.NONE;
        }
        return ManagedFields.read(next).filter(stated -> !stated.isEmpty()).orElse(ofLive);
    }

    /** What this write took is joined to what the writer had, and only then does its time move. */
    private ManagedFields tracked(Obj live, Obj next, ManagedFields managers, Writer writer) {
        ManagerId self = ManagerId.updater("current-operation", target.apiVersion(), target.subresource());
        ManagerId manager = ManagerId.updater(orUnknown(writer.manager()), target.apiVersion(), target.subresource());
        ManagedFields updated = updater.update(ManagedFields.strip(live), next, managers, self);
        FieldSet taken = updated.of(self).map(Entry::set).orElse(FieldSet.EMPTY).difference(UNOWNED);
        if (taken.isEmpty()) {
            return ManagerCap.cap(updated.without(self));
        }
        FieldSet before = updated.of(manager).map(Entry::set).orElse(FieldSet.EMPTY);
        Entry entry = new Entry(taken.union(before), target.apiVersion(), Optional.of(writer.now()));
        return ManagerCap.cap(updated.without(self).with(manager, entry));
    }

    private static String orUnknown(String manager) {
        return manager.isEmpty() ? "unknown" : manager;
    }

    /** On create Go compares with an empty struct, whose members are there already, and custom kinds with nothing. */
    private Obj orEmpty(Obj live) {
        if (!live.isEmpty()) {
            return live;
        }
        if (!target.schema().goType().isEmpty()) {
            return new Normaliser(target.schema()).normalise(Obj.EMPTY).object();
        }
        return Obj.builder()
                .put("apiVersion", target.apiVersion())
                .put("kind", target.kind())
                .build();
    }

    /**
     * The live object with a configuration applied and the managed fields that this leaves, neither normalised nor
     * defaulted yet; live is empty on create. The result equals live when nothing changes.
     *
     * @throws ConflictException when others own fields that would change and the writer does not force
     * @throws PatchException when the configuration does not fit the kind's schema
     */
    public Obj apply(Obj live, Obj applied, Writer writer, boolean force) {
        requireSameKind(applied);
        ManagedFields managers = ManagedFields.read(live)
                .orElseThrow(() -> new PatchException(500, "failed to decode managed fields of the live object"));
        Obj before = ManagedFields.strip(orEmpty(live));
        ManagedFields known = managers.isEmpty() ? beforeFirstApply(before, writer.now()) : managers;
        requireFits(before, applied);
        Obj result = withConflictsOfClientSideApply(before, applied, known, writer, force);
        return writer.manager().equals(KUBECTL) ? LastApplied.refreshed(result, applied) : result;
    }

    private void requireSameKind(Obj applied) {
        String apiVersion = applied.text("apiVersion");
        String kind = applied.text("kind");
        if (!apiVersion.equals(target.apiVersion()) || !kind.equals(target.kind())) {
            throw new PatchException(400, "invalid object type: " + Target.written(apiVersion, kind));
        }
        if (applied.at("metadata", "managedFields")
                .filter(list -> !list.isNull())
                .isPresent()) {
            throw new PatchException(400, "metadata.managedFields must be nil");
        }
    }

    private void requireFits(Obj live, Obj applied) {
        ObjectCheck.faultOfApplied(target.schema(), applied).ifPresent(fault -> {
            throw new PatchException(500, "failed to create typed patch object (" + named(applied) + "): " + fault);
        });
        ObjectCheck.faultOfStored(target.schema(), live).ifPresent(fault -> {
            throw new PatchException(500, "failed to create typed live object (" + named(live) + "): " + fault);
        });
    }

    private String named(Json object) {
        return object.text("metadata", "namespace") + "/" + object.text("metadata", "name") + "; "
                + Target.written(target.apiVersion(), target.kind());
    }

    /** An object that nobody tracked until it was first applied belongs to one who updated it before. */
    private ManagedFields beforeFirstApply(Obj live, Instant now) {
        return tracked(orEmpty(Obj.EMPTY), live, ManagedFields.NONE, new Writer(BEFORE_FIRST_APPLY, now));
    }

    private Obj withConflictsOfClientSideApply(
            Obj live, Obj applied, ManagedFields managers, Writer writer, boolean force) {
        try {
            return applied(live, applied, managers, writer, force);
        } catch (ConflictException conflict) {
            Optional<FieldSet> allowed =
                    writer.manager().equals(KUBECTL) ? LastApplied.stillAsApplied(target, live) : Optional.empty();
            Map<ManagerId, FieldSet> left = conflict.beyond(allowed.orElse(FieldSet.EMPTY));
            if (!left.isEmpty()) {
                throw ConflictException.of(left);
            }
            return applied(live, applied, managers, writer, true);
        }
    }

    private Obj applied(Obj live, Obj applied, ManagedFields managers, Writer writer, boolean force) {
        ManagerId applier = ManagerId.applier(writer.manager(), target.subresource());
        Applied result = updater.apply(live, ManagedFields.strip(applied), managers, applier, force);
        ManagedFields after = result.managers();
        Optional<Entry> mine = after.of(applier).map(entry -> owned(entry, result, writer));
        return mine.map(entry -> after.with(applier, entry))
                .orElse(after)
                .writeTo(result.object().orElse(live));
    }

    private static Entry owned(Entry entry, Applied result, Writer writer) {
        Optional<Instant> time = result.object().isPresent() ? Optional.of(writer.now()) : entry.time();
        return new Entry(entry.set().difference(UNOWNED), entry.apiVersion(), time);
    }

    /**
     * The next object; with the live object's times of managed fields when nothing but those times would change, so that
     * a write that says what is there already makes no revision.
     */
    public static Obj settle(Obj live, Obj next) {
        if (next.equals(live)) {
            return live;
        }
        return untimed(next).equals(untimed(live)) ? live : next;
    }

    private static Obj untimed(Obj object) {
        List<Json> entries = object.items("metadata", "managedFields");
        return object.withObj(
                "metadata",
                meta -> meta.with(
                        "managedFields",
                        Json.of(entries.stream()
                                .map(entry -> entry.obj().without("time").toJava())
                                .toList())));
    }
}
