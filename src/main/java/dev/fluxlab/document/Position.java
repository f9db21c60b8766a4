package dev.fluxlab.document;

/** A place in a text, both counted from one. */
public record Position(int line, int column) {

    @Override
    public String toString() {
        return "line " + line + ", column " + column;
    }
}
