package dev.fluxlab.kube.type;

/** A CEL expression that cannot be understood, or that comes to no value; the message is cel-go's. */
final class CelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int position;

    CelException(int position, String message) {
        super(message);
        this.position = position;
    }

    /** As the compiler reports it: with line and column, the line, and a caret below the place. */
    String compilation(String source) {
        int start = source.lastIndexOf('\n', Math.max(0, position - 1)) + 1;
        int end = source.indexOf('\n', position);
        String line = source.substring(start, end < 0 ? source.length() : end);
        long number = source.substring(0, start).chars().filter(sign -> sign == '\n').count() + 1;
        int column = position - start;
        return "compilation failed: ERROR: <input>:" + number + ":" + (column + 1) + ": " + getMessage() + "\n | " + line
                + "\n | " + ".".repeat(column) + "^";
    }
}
