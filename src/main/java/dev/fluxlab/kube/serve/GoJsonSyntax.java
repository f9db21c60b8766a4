package dev.fluxlab.kube.serve;

/** Says what is wrong with a text that is no JSON in the words of Go's decoder, which clients show to people. */
final class GoJsonSyntax {

    private static final String WHITE = " \t\r\n";

    private final String text;
    private int at;

    private GoJsonSyntax(String text) {
        this.text = text;
    }

    static String complaint(String text) {
        GoJsonSyntax syntax = new GoJsonSyntax(text);
        try {
            syntax.value("looking for beginning of value");
            syntax.skipWhite();
            return syntax.at < text.length() ? syntax.invalid("after top-level value") : "unexpected end of JSON input";
        } catch (Found found) {
            return String.valueOf(found.getMessage());
        }
    }

    private static final class Found extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Found(String complaint) {
            super(complaint);
        }
    }

    private String invalid(String context) {
        char found = text.charAt(at);
        String shown = found == '\'' ? "'\\''" : found == '"' ? "'\"'" : "'" + printable(found) + "'";
        return "invalid character " + shown + " " + context;
    }

    private static String printable(char found) {
        return switch (found) {
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case '\r' -> "\\r";
            default -> String.valueOf(found);
        };
    }

    private void skipWhite() {
        while (at < text.length() && WHITE.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char next() {
        skipWhite();
        if (at >= text.length()) {
            throw new Found("unexpected end of JSON input");
        }
        return text.charAt(at);
    }

    private void value(String context) {
        char first = next();
        switch (first) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            default -> number(first, context);
        }
    }

    private void object() {
        at++;
        if (next() != '}') {
            member("looking for beginning of object key string");
            while (next() == ',') {
                at++;
                member("looking for beginning of object key string");
            }
            if (next() != '}') {
                throw new Found(invalid("after object key:value pair"));
            }
        }
        at++;
    }

    private void member(String context) {
        if (next() != '"') {
            throw new Found(invalid(context));
        }
        string();
        if (next() != ':') {
            throw new Found(invalid("after object key"));
        }
        at++;
        value("looking for beginning of value");
    }

    private void array() {
        at++;
        if (next() != ']') {
            value("looking for beginning of value");
            while (next() == ',') {
                at++;
                value("looking for beginning of value");
            }
            if (next() != ']') {
                throw new Found(invalid("after array element"));
            }
        }
        at++;
    }

    private void string() {
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) < ' ') {
                throw new Found(invalid("in string literal"));
            }
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= text.length()) {
            throw new Found("unexpected end of JSON input");
        }
        at++;
    }

    private void literal(String expected) {
        for (int i = 0; i < expected.length(); i++, at++) {
            if (at >= text.length()) {
                throw new Found("unexpected end of JSON input");
            }
            if (text.charAt(at) != expected.charAt(i)) {
                throw new Found(invalid("in literal " + expected + " (expecting '" + expected.charAt(i) + "')"));
            }
        }
    }

    private void number(char first, String context) {
        if (first != '-' && !Character.isDigit(first)) {
            throw new Found(invalid(context));
        }
        at++;
        while (at < text.length() && "0123456789+-.eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }
}
