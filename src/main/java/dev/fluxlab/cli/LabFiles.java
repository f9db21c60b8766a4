package dev.fluxlab.cli;

import dev.fluxlab.course.Course;
import dev.fluxlab.course.Fault;
import dev.fluxlab.course.Lab;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The course that a verb plays, and the lab of it. */
record LabFiles(Course course, Lab lab) {

    /** The course of a folder, with the lab of the name, or its first; faults in it are said all at once. */
    static LabFiles in(Path root, String slug) {
        Course course = Course.read(root);
        if (!course.faults().isEmpty()) {
            String faults = course.faults().stream().map(Fault::toString).collect(Collectors.joining("\n  "));
            throw new NoWorld("the course in " + root.toAbsolutePath().normalize() + " has faults:\n  " + faults);
        }
        List<String> names = course.labs().stream().map(Lab::slug).toList();
        Lab lab = course.labs().stream()
                .filter(each -> slug.isEmpty() || each.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new NoWorld("there is no lab \"" + slug + "\" in "
                        + root.toAbsolutePath().normalize() + "; it has " + names));
        return new LabFiles(course, lab);
    }
}
