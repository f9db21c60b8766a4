package dev.fluxlab.course;

/** Something wrong in the course's text, where it stands, and what to do about it. */
public record Fault(Place place, String message) {

    @Override
    public String toString() {
        return place + ": " + message;
    }
}
