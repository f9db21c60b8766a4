package dev.fluxlab.kube.type;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * How one kind behaves on its way into the store. The server calls, in this order: {@link #defaulted} when it has
 * decoded an object (before managed fields are computed), one of the {@code prepared…}, one of the {@code violations…}.
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
        return parts.create.prepare(object, allocations);
    }

    /** What an update may not decide is taken from the old object; the generation moves when the kind says so. */
    public Obj preparedForUpdate(Obj object, Obj old, Allocations allocations) {
        return parts.update.prepare(object, old);
    }

    /** As {@link #preparedForUpdate} for the status subresource: only the status is taken from the request. */
    public Obj preparedForStatus(Obj object, Obj old) {
        return parts.status.prepare(object, old);
    }

    public List<Violation> violations(Obj object) {
        return List.of();
    }

    public List<Violation> violationsOfUpdate(Obj object, Obj old) {
        return List.of();
    }

    public List<Violation> violationsOfStatus(Obj object, Obj old) {
        return List.of();
    }

    /** What the answer's Warning headers say of an accepted object. */
    public List<String> warnings(Obj object) {
        return List.of();
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
        return subresource.equals("status") ? parts.statusResetFields : parts.mainResetFields;
    }

    /** The field selectors of this kind beyond metadata.name and metadata.namespace, each with its value's getter. */
    public Map<String, Function<Obj, String>> selectableFields() {
        return parts.selectable;
    }

    public List<Column> columns() {
        return parts.table.columns();
    }

    /** One cell per column; ages are counted up to now. */
    public List<Json> cells(Obj object, Instant now) {
        return parts.table.row().cells(object, now);
    }

    @FunctionalInterface
    interface Creation {
        Obj prepare(Obj object, Allocations allocations);
    }

    @FunctionalInterface
    interface Change {
        Obj prepare(Obj object, Obj old);
    }

    @FunctionalInterface
    interface Row {
        List<Json> cells(Obj object, Instant now);
    }

    record Table(List<Column> columns, Row row) {}

    /** Collects the parts; what is not set is the plainest behaviour. */
    static final class Builder {

        private UnaryOperator<Obj> defaults = object -> object;
        private Creation create = (object, allocations) -> object;
        private Change update = (object, old) -> object;
        private Change status = (object, old) -> object;
        private boolean createsOnUpdate;
        private boolean unconditionalUpdate = true;
        private boolean returnsDeletedObject;
        private List<String> mainResetFields = new ArrayList<>();
        private List<String> statusResetFields = new ArrayList<>();
        private Map<String, Function<Obj, String>> selectable = new LinkedHashMap<>();
        private Table table = new Table(List.of(), (object, now) -> List.of());

        Rules build() {
            return new Rules(this);
        }
    }
}
