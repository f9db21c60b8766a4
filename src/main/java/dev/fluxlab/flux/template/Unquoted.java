package dev.fluxlab.flux.template;

import java.util.Optional;

/** Reads a quoted text with Go's escapes. */
final class Unquoted {

    private Unquoted() {}

    static Optional<String> of(String quoted) {
        StringBuilder text = new StringBuilder();
        String body = quoted.substring(1, quoted.length() - 1);
        int at = 0;
        while (at < body.length()) {
            if (body.charAt(at) != '\\') {
                text.append(body.charAt(at++));
                continue;
            }
            int length = escape(body, at, text);
            if (length == 0) {
                return Optional.empty();
            }
            at += length;
        }
        return Optional.of(text.toString());
    }

    /** Appends the character of an escape; how long it is, or 0 when it is none. */
    private static int escape(String body, int at, StringBuilder text) {
        char kind = at + 1 < body.length() ? body.charAt(at + 1) : ' ';
        int plain = "abfnrtv\\\"'".indexOf(kind);
        if (plain >= 0) {
            text.append("\u0007\b\f\n\r\t\u000b\\\"'".charAt(plain));
            return 2;
        }
        int digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
        if (digits == 0 || at + 2 + digits > body.length()) {
            return 0;
        }
        try {
            text.appendCodePoint(Integer.parseInt(body.substring(at + 2, at + 2 + digits), 16));
            return 2 + digits;
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }
}
