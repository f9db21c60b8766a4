package dev.fluxlab.course;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects faults, so that an author sees all of them at once. */
final class Faults {

    private final List<Fault> found = new ArrayList<>();

    void add(Place place, String message) {
        found.add(new Fault(place, message));
    }

    /** All faults, by file and line. */
    List<Fault> all() {
        return found.stream()
                .sorted(Comparator.comparing((Fault fault) -> fault.place().file())
                        .thenComparing(fault -> fault.place().line()))
                .toList();
    }
}
