package dev.fluxlab.kube.type;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a decoder is, in the two spellings Go has for it: the path of strict errors, and struct and field of type errors. */
final class Place {

    static final Place ROOT = new Place(null, "", "", "");

    private final @Nullable Place up;
    private final String step;
    private final String struct;
    private final String goStep;

    private Place(@Nullable Place up, String step, String struct, String goStep) {
        this.up = up;
        this.step = step;
        this.struct = struct;
        this.goStep = goStep;
    }

    /** The field of a struct of the given Go type, such as {@code v1.Container}. */
    Place field(Field field, String goType) {
        String struct = goType.substring(goType.lastIndexOf('.') + 1);
        return new Place(this, "." + field.name(), struct, "." + field.go().within() + field.name());
    }

    Place key(String key) {
        return new Place(this, "." + key, "", "");
    }

    Place index(int index) {
        return new Place(this, "[" + index + "]", "", "");
    }

    /** As {@code spec.containers[0].image}. */
    String path() {
        StringBuilder path = new StringBuilder();
        trail().forEach(place -> path.append(place.step));
        return path.length() > 0 && path.charAt(0) == '.' ? path.substring(1) : path.toString();
    }

    /** As {@code Go struct field Container.spec.containers.image}: keys of maps and indexes do not count. */
    String goField() {
        StringBuilder fields = new StringBuilder();
        String innermost = "";
        for (Place place : trail()) {
            if (!place.struct.isEmpty()) {
                innermost = place.struct;
                fields.append(place.goStep);
            }
        }
        return innermost.isEmpty() ? "Go value" : "Go struct field " + innermost + fields;
    }

    private List<Place> trail() {
        List<Place> trail = new ArrayList<>();
        for (Place place = this; place != null; place = place.up) {
            trail.add(place);
        }
        Collections.reverse(trail);
        return trail;
    }
}
