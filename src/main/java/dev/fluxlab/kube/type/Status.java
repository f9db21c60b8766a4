package dev.fluxlab.kube.type;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.util.List;
import java.util.Optional;

/** What becomes of a kind's status in writes: the main path cannot touch it, the status path nothing else. */
interface Status {

    /** Kinds without a status of their own. */
    Status NONE = new Status() {
        @Override
        public Obj reset(Obj object, Obj old) {
            return object;
        }

        @Override
        public Obj onlyStatus(Obj object, Obj old) {
            return object;
        }

        @Override
        public List<String> mainPathResets() {
            return List.of();
        }

        @Override
        public List<String> statusPathResets() {
            return List.of();
        }
    };

    Obj reset(Obj object, Obj old);

    Obj onlyStatus(Obj object, Obj old);

    List<String> mainPathResets();

    List<String> statusPathResets();

    /** A built-in kind's status: the empty struct is written even when nothing is in it. */
    static Status builtIn(Obj empty) {
        return new StatusField(Optional.of(empty), List.of("spec"), false);
    }

    static Status builtIn() {
        return builtIn(Obj.EMPTY);
    }

    /** As {@link #builtIn()}, where the status path keeps labels and annotations from the old object too. */
    static Status custom() {
        return new StatusField(Optional.empty(), List.of("metadata", "spec"), false);
    }

    /** A node registers itself with its status in one request. */
    static Status settableOnCreate() {
        return new StatusField(Optional.of(Obj.EMPTY), List.of("spec"), true);
    }

    /** The status is the member of that name. */
    record StatusField(Optional<Obj> empty, List<String> statusPathResets, boolean settable) implements Status {

        @Override
        public Obj reset(Obj object, Obj old) {
            if (settable && old.isEmpty()) {
                return object;
            }
            Optional<Json> kept = old.get("status").or(() -> empty.map(Json.class::cast));
            return kept.map(status -> object.with("status", status)).orElseGet(() -> object.without("status"));
        }

        @Override
        public Obj onlyStatus(Obj object, Obj old) {
            Obj result = old;
            Optional<Json> status = object.get("status");
            result = status.isPresent() ? result.with("status", status.get()) : result.without("status");
            if (statusPathResets.contains("metadata")) {
                return result.withObj("metadata", meta -> keepManaged(meta, object.obj("metadata")));
            }
            return result.with("metadata", object.obj("metadata"));
        }

        private static Obj keepManaged(Obj old, Obj requested) {
            Obj kept = requested
                    .get("managedFields")
                    .map(fields -> old.with("managedFields", fields))
                    .orElseGet(() -> old.without("managedFields"));
            return requested
                    .get("resourceVersion")
                    .map(version -> kept.with("resourceVersion", version))
                    .orElse(kept);
        }

        @Override
        public List<String> mainPathResets() {
            return List.of("status");
        }
    }
}
