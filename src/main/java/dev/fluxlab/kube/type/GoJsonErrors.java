package dev.fluxlab.kube.type;

/** What Go's JSON decoder says of a text that is not JSON. */
final class GoJsonErrors {

    private GoJsonErrors() {}

    static String of(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty() || trimmed.startsWith("{") || trimmed.startsWith("[") || trimmed.startsWith("\"")) {
            return "unexpected end of JSON input";
        }
        return "invalid character " + quoted(trimmed.codePointAt(0)) + " looking for beginning of value";
    }

    private static String quoted(int point) {
        return point == '\'' ? "'\\''" : "'" + Character.toString(point) + "'";
    }
}
