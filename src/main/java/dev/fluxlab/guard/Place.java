package dev.fluxlab.guard;

/** A line of a file, by its path relative to the checkout with slashes; lines count from one. */
public record Place(String file, int line) {

    public Place {
        if (line < 1) {
            throw new IllegalArgumentException("lines count from one, found " + line + " in " + file);
        }
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
