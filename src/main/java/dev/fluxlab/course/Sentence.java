package dev.fluxlab.course;

/** One sentence of a check, without its keyword. */
public record Sentence(String keyword, String text, Place place) {

    @Override
    public String toString() {
        return keyword + " " + text;
    }
}
