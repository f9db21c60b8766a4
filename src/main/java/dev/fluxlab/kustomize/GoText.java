package dev.fluxlab.kustomize;

/** Texts as Go quotes them in messages. */
final class GoText {

    private GoText() {}

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(sign -> {
            switch (sign) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.appendCodePoint(sign);
            }
        });
        return quoted.append('"').toString();
    }
}
