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

    /** This field as a member of the struct around the one it is declared in, which Go embeds under a name. */
    Field embeddedIn(String struct) {
        return new Field(name, schema, go.within(struct + "." + go.within), patch, defaultValue);
    }

    /**
     * What the Go struct tags say: decides how the field is written again and its number in protobuf.
     *
     * @param within the names, each with a dot, of the embedded structs on the way to the field
     */
    public record Go(int number, boolean omitEmpty, boolean omitZero, boolean pointer, boolean inline, String within) {
        public static final Go NONE = new Go(0, true, false, true, false, "");

        private Go within(String path) {
            return new Go(number, omitEmpty, omitZero, pointer, inline, path);
        }
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
