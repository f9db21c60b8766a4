package dev.fluxlab.kube.type;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Null;
import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.type.Formats.Format;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * How one kind behaves on its way into the store. The server calls {@link ResourceType#decode} (which calls
 * {@link #defaulted}) before managed fields are computed, then one of the {@code prepared…}, then one of the
 * {@code violations…}.
 */
public final class Rules {

    private final Builder parts;

    private Rules(Builder parts) {
        this.parts = parts;
    }

    static Builder builder() {
        return new Builder();
    }

    /** The object with every default filled in; doing it twice changes nothing. */
    public Obj defaulted(Obj object) {
        return parts.defaults.apply(object);
    }

    /** What a create request may not decide is dropped or set: status, generation, addresses. */
    public Obj preparedForCreate(Obj object, Allocations allocations) {
        Obj fresh = parts.generation.start(parts.status.reset(object, Obj.EMPTY));
        return parts.create.prepare(fresh, allocations);
    }

    /** What an update may not decide is taken from the old object; the generation moves when the kind says so. */
    public Obj preparedForUpdate(Obj object, Obj old, Allocations allocations) {
        Obj kept = parts.update.prepare(parts.status.reset(object, old), old, allocations);
        return parts.generation.next(kept, old);
    }

    /** As {@link #preparedForUpdate} for the status subresource: only the status is taken from the request. */
    public Obj preparedForStatus(Obj object, Obj old) {
        return parts.generation.same(parts.status.onlyStatus(object, old), old);
    }

    /** What is wrong with an object to be created. */
    public List<Violation> violations(Obj object) {
        Findings found = Findings.none();
        ObjectMeta.check(object.obj("metadata"), parts.names, found.in("metadata"));
        parts.checks.forEach(check -> check.check(object, found));
        parts.createChecks.forEach(check -> check.check(object, found));
        return found.all();
    }

    public List<Violation> violationsOfUpdate(Obj object, Obj old) {
        Findings found = Findings.none();
        checkMetadata(object, old, found);
        parts.checks.forEach(check -> check.check(object, found));
        parts.changeChecks.forEach(check -> check.check(object, old, found));
        return found.all();
    }

    public List<Violation> violationsOfStatus(Obj object, Obj old) {
        Findings found = Findings.none();
        checkMetadata(object, old, found);
        parts.statusChecks.forEach(check -> check.check(object, old, found));
        return found.all();
    }

    /** The real server checks the metadata of an update once for all kinds and once more for the kind, and reports both. */
    private static void checkMetadata(Obj object, Obj old, Findings found) {
        for (int round = 0; round < 2; round++) {
            ObjectMeta.checkChange(object.obj("metadata"), old.obj("metadata"), found.in("metadata"));
        }
    }

    /** What the answer's Warning headers say of an accepted object. */
    public List<String> warnings(Obj object) {
        return parts.warnings.apply(object);
    }

    /** Whether a PUT on a name that does not exist creates the object. */
    public boolean createsOnUpdate() {
        return parts.createsOnUpdate;
    }

    /** Whether an update without resourceVersion overwrites whatever is stored. */
    public boolean allowsUnconditionalUpdate() {
        return parts.unconditionalUpdate;
    }

    /** Whether a delete answers with the object, not with a Status. */
    public boolean returnsDeletedObject() {
        return parts.returnsDeletedObject;
    }

    /** The dotted paths that writes through the main path (no subresource) or through a subresource can not own. */
    public List<String> resetFields(String subresource) {
        return subresource.equals("status") ? parts.status.statusPathResets() : parts.status.mainPathResets();
    }

    /** The field selectors of this kind beyond metadata.name and metadata.namespace, each with its value's getter. */
    public Map<String, Function<Obj, String>> selectableFields() {
        return parts.selectable;
    }

    /** One cell per column of {@link ResourceType#columns}; ages are counted up to now. */
    public List<Json> cells(Obj object, Instant now) {
        return parts.table.cells(object, now);
    }

    Table table() {
        return parts.table;
    }

    @FunctionalInterface
    interface Creation {
        Obj prepare(Obj object, Allocations allocations);
    }

    @FunctionalInterface
    interface Change {
        Obj prepare(Obj object, Obj old, Allocations allocations);
    }

    @FunctionalInterface
    interface Check {
        void check(Obj object, Findings at);
    }

    @FunctionalInterface
    interface ChangeCheck {
        void check(Obj object, Obj old, Findings at);
    }

    /** Collects the parts; what is not set is the plainest behaviour. */
    static final class Builder {

        private UnaryOperator<Obj> defaults = object -> object;
        private Status status = Status.NONE;
        private Generation generation = Generation.NONE;
        private Creation create = (object, allocations) -> object;
        private Change update = (object, old, allocations) -> object;
        private Format names = Formats::subdomain;
        private final List<Check> checks = new ArrayList<>();
        private final List<Check> createChecks = new ArrayList<>();
        private final List<ChangeCheck> changeChecks = new ArrayList<>();
        private final List<ChangeCheck> statusChecks = new ArrayList<>();
        private Function<Obj, List<String>> warnings = object -> List.of();
        private boolean createsOnUpdate;
        private boolean unconditionalUpdate = true;
        private boolean returnsDeletedObject;
        private final Map<String, Function<Obj, String>> selectable = new LinkedHashMap<>();
        private Table table = Table.NAME_AND_CREATION;

        @SafeVarargs
        final Builder defaults(UnaryOperator<Obj>... steps) {
            this.defaults = Fill.all(steps);
            return this;
        }

        /** The kind has a status; an object that has none yet shows the given one. */
        Builder status(Status how) {
            this.status = how;
            return this;
        }

        Builder generation(Generation how) {
            this.generation = how;
            return this;
        }

        Builder onCreate(Creation step) {
            this.create = step;
            return this;
        }

        Builder onUpdate(Change step) {
            this.update = step;
            return this;
        }

        Builder names(Format format) {
            this.names = format;
            return this;
        }

        Builder check(Check check) {
            checks.add(check);
            return this;
        }

        /** A check that only a new object has to pass. */
        Builder checkNew(Check check) {
            createChecks.add(check);
            return this;
        }

        Builder checkChange(ChangeCheck check) {
            changeChecks.add(check);
            return this;
        }

        Builder checkStatus(ChangeCheck check) {
            statusChecks.add(check);
            return this;
        }

        Builder warnings(Function<Obj, List<String>> source) {
            this.warnings = source;
            return this;
        }

        Builder createsOnUpdate() {
            this.createsOnUpdate = true;
            return this;
        }

        Builder needsResourceVersion() {
            this.unconditionalUpdate = false;
            return this;
        }

        Builder returnsDeletedObject() {
            this.returnsDeletedObject = true;
            return this;
        }

        /** Makes a field selector of the value at a dotted path. */
        Builder selectable(String path) {
            String[] keys = path.split("\\.");
            return selectable(path, object -> shown(object.at(keys).orElse(Null.NULL)));
        }

        Builder selectable(String label, Function<Obj, String> value) {
            selectable.put(label, value);
            return this;
        }

        Builder table(Table columns) {
            this.table = columns;
            return this;
        }

        Rules build() {
            return new Rules(this);
        }

        private static String shown(Json value) {
            return value.isNull() ? "" : value.asText().orElseGet(value::toString);
        }
    }
}
