package dev.fluxlab.document;

import java.util.Arrays;
import java.util.List;

/** A JSON pointer (RFC 6901). */
public record Pointer(List<String> tokens) {

    public Pointer {
        tokens = List.copyOf(tokens);
    }

    /**
     * The pointer a text says.
     *
     * @throws DocumentException when the text is neither empty nor begins with a slash
     */
    public static Pointer parse(String text) {
        if (text.isEmpty()) {
            return new Pointer(List.of());
        }
        if (!text.startsWith("/")) {
            throw new DocumentException("a JSON pointer begins with a slash: " + text);
        }
        return new Pointer(Arrays.stream(text.substring(1).split("/", -1))
                .map(token -> token.replace("~1", "/").replace("~0", "~"))
                .toList());
    }

    /** The last token; empty for the pointer to a whole document. */
    String last() {
        return tokens.isEmpty() ? "" : tokens.get(tokens.size() - 1);
    }

    public static String escape(String token) {
        return token.replace("~", "~0").replace("/", "~1");
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        tokens.forEach(token -> text.append('/').append(escape(token)));
        return text.toString();
    }
}
