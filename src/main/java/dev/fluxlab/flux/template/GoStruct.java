package dev.fluxlab.flux.template;

import java.util.List;
import java.util.Optional;

/** A value with named fields, as a template sees Go's structs. */
public interface GoStruct {

    /** The Go type that error messages name, such as {@code update.Change}. */
    String typeName();

    /** A field or a method without arguments; empty when there is none of that name. */
    Optional<Object> field(String name);

    /** What is printed between braces; unless {@link #text} says otherwise. */
    List<Object> printed();

    /** How the value prints. */
    default String text() {
        StringBuilder text = new StringBuilder("{");
        for (Object value : printed()) {
            text.append(text.length() > 1 ? " " : "").append(GoPrint.text(value));
        }
        return text.append('}').toString();
    }
}
