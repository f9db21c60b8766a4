package dev.fluxlab.kube.type;

import dev.fluxlab.document.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One member of an object's schema. */
public record Field(String name, Supplier<Schema> schema, Go go, Patch patch, Optional<Json> defaultValue) {

    /** A member of a custom kind: nothing but its name and schema. */
    public static Field custom(String name, Schema schema, Optional<Json> defaultValue) {
        return new Field(name, () -> schema, Go.NONE, Patch.NONE, defaultValue);
    }

    public Schema type() {
        return schema.get();
    }

    /** What the Go struct tags say: decides how the field is written again and its number in protobuf. */
    public record Go(int number, boolean omitEmpty, boolean omitZero, boolean pointer, boolean inline) {
        public static final Go NONE = new Go(0, true, false, true, false);
    }

    /** How a strategic merge patch treats the field. */
    public record Patch(List<String> strategies, String mergeKey) {
        public static final Patch NONE = new Patch(List.of(), "");

        public Patch {
            strategies = List.copyOf(strategies);
        }

        public boolean merges() {
            return strategies.contains("merge");
        }

        public boolean retainsKeys() {
            return strategies.contains("retainKeys");
        }

        public boolean replaces() {
            return strategies.contains("replace");
        }
    }
}
