package dev.fluxlab.flux.template;

/** A piece of a template's text, with where it starts in UTF-8 bytes and on which line. */
record Item(Kind kind, String text, int position, int line) {

    /** What a piece is. */
    enum Kind {
        TEXT,
        OPEN,
        CLOSE,
        IDENTIFIER,
        KEYWORD,
        FIELD,
        VARIABLE,
        DOT,
        STRING,
        RAW_STRING,
        NUMBER,
        BOOLEAN,
        NIL,
        PIPE,
        LEFT_PAREN,
        RIGHT_PAREN,
        DECLARE,
        ASSIGN,
        CHARACTER,
        SPACE,
        ERROR,
        END
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean isKeyword(String word) {
        return kind == Kind.KEYWORD && text.equals(word);
    }

    /** How messages name the piece. */
    String described() {
        return switch (kind) {
            case END -> "EOF";
            case ERROR -> text;
            case KEYWORD -> "<" + text + ">";
            default -> text.codePointCount(0, text.length()) > 10
                    ? GoPrint.quoted(text.substring(0, 10)) + "..."
                    : GoPrint.quoted(text);
        };
    }
}
