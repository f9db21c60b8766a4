package dev.fluxlab.flux.policy;

/** Text in double quotes as Go's %q prints it. */
final class GoQuote {

    private GoQuote() {}

    static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(point -> append(quoted, point));
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder quoted, int point) {
        switch (point) {
            case '"', '\\' -> quoted.append('\\').appendCodePoint(point);
            case '\n' -> quoted.append("\\n");
            case '\r' -> quoted.append("\\r");
            case '\t' -> quoted.append("\\t");
            default -> {
                if (point < 0x20 || point == 0x7f) {
                    quoted.append(String.format("\\x%02x", point));
                } else {
                    quoted.appendCodePoint(point);
                }
            }
        }
    }
}
