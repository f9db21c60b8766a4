package dev.fluxlab.kube.type;

/** A CEL expression that cannot be understood, or that comes to no value; the message is cel-go's. */
final class CelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int position;
    private final String words;

    CelException(int position, String words) {
        super(words);
        this.position = position;
        this.words = words;
    }

    String words() {
        return words;
    }

    /** The same failure, told of the place that called. */
    CelException at(int place) {
        return new CelException(place, words);
    }

    /** As the compiler reports it: with line and column, the line, and a caret below the place. */
    String compilation(String source) {
        int start = source.lastIndexOf('\n', Math.max(0, position - 1)) + 1;
        int end = source.indexOf('\n', position);
        String line = source.substring(start, end < 0 ? source.length() : end);
        long number =
                source.substring(0, start).chars().filter(sign -> sign == '\n').count() + 1;
        int column = position - start;
        return "compilation failed: ERROR: <input>:" + number + ":" + (column + 1) + ": " + words + "\n | " + line
                + "\n | " + ".".repeat(column) + "^";
    }
}
