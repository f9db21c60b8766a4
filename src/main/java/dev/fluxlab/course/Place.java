package dev.fluxlab.course;

/** Where something stands: a file below the course's root, and a line counted from one. */
public record Place(String file, int line) {

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
