package dev.fluxlab.guard;

import java.util.Optional;

/** A comment that lets image automation write a line: {@code # {"$imagepolicy": "namespace:name:tag"}}. */
record Marker(Place place, String comment, Optional<Reference> reference) {

    /** The policy a marker names, and which part of its image is written. */
    record Reference(String namespace, String name, String part) {

        @Override
        public String toString() {
            return namespace + ":" + name;
        }
    }
}
