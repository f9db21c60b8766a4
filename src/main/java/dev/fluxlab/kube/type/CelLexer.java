package dev.fluxlab.kube.type;

import dev.fluxlab.kube.type.CelToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a CEL expression into words. */
final class CelLexer {

    private static final Pattern WORD = Pattern.compile("(?<space>\\s+|//[^\\n]*)"
            + "|(?<decimal>\\d+\\.\\d+(?:[eE][+-]?\\d+)?|\\d+[eE][+-]?\\d+)"
            + "|(?<integer>0x[0-9a-fA-F]+u?|\\d+u?)"
            + "|(?<text>[rR]?(?:\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'))"
            + "|(?<name>[_a-zA-Z][_a-zA-Z0-9]*)"
            + "|(?<sign>==|!=|<=|>=|&&|\\|\\||[-+*/%!<>?:.,()\\[\\]{}])");

    private CelLexer() {}

    static List<CelToken> read(String source) {
        List<CelToken> tokens = new ArrayList<>();
        Matcher matcher = WORD.matcher(source);
        int at = 0;
        while (at < source.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new CelException(at, "Syntax error: token recognition error at: '" + source.charAt(at) + "'");
            }
            if (matcher.group("space") == null) {
                tokens.add(token(matcher));
            }
            at = matcher.end();
        }
        tokens.add(new CelToken(Kind.END, "<EOF>", source.length()));
        return tokens;
    }

    private static CelToken token(Matcher matcher) {
        String text = matcher.group();
        if (matcher.group("text") != null) {
            return new CelToken(Kind.TEXT, unquoted(text), matcher.start());
        }
        Kind kind = matcher.group("decimal") != null
                ? Kind.DECIMAL
                : matcher.group("integer") != null
                        ? Kind.INTEGER
                        : matcher.group("name") != null ? Kind.NAME : Kind.SIGN;
        return new CelToken(kind, text, matcher.start());
    }

    private static String unquoted(String text) {
        boolean raw = text.startsWith("r") || text.startsWith("R");
        String inner = text.substring(raw ? 2 : 1, text.length() - 1);
        return raw ? inner : CelEscapes.resolve(inner);
    }
}
