package dev.fluxlab.flux.setter;

import java.util.Comparator;

/** The object a changed value stands in; what the file does not say is empty. */
public record ChangedObject(String apiVersion, String kind, String namespace, String name)
        implements Comparable<ChangedObject> {

    // The order in which Go prints a map with such keys.
    private static final Comparator<ChangedObject> ORDER = Comparator.comparing(ChangedObject::apiVersion)
            .thenComparing(ChangedObject::kind)
            .thenComparing(ChangedObject::name)
            .thenComparing(ChangedObject::namespace);

    @Override
    public int compareTo(ChangedObject other) {
        return ORDER.compare(this, other);
    }
}
