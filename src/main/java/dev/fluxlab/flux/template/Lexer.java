package dev.fluxlab.flux.template;

import dev.fluxlab.flux.template.Item.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts a template's text into pieces; the last is the end or an error. */
final class Lexer {

    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";
    private static final Set<String> KEYWORDS =
            Set.of("if", "else", "end", "range", "with", "break", "continue", "define", "template", "block");

    private final String text;
    private final List<Item> items = new ArrayList<>();
    private int at;
    private int parens;

    Lexer(String text) {
        this.text = text;
    }

    List<Item> items() {
        while (at < text.length() && !failed()) {
            outside();
        }
        if (!failed()) {
            add(Kind.END, "", at);
        }
        return items;
    }

    private boolean failed() {
        return !items.isEmpty() && items.get(items.size() - 1).is(Kind.ERROR);
    }

    private void add(Kind kind, String value, int from) {
        int bytes = text.substring(0, from).getBytes(StandardCharsets.UTF_8).length;
        int line = 1
                + (int) text.substring(0, from)
                        .chars()
                        .filter(character -> character == '\n')
                        .count();
        items.add(new Item(kind, value, bytes, line));
    }

    private void fail(String problem) {
        add(Kind.ERROR, problem, at);
    }

    private void outside() {
        int open = text.indexOf(OPEN, at);
        int end = open < 0 ? text.length() : open;
        boolean trimmed = open >= 0 && isLeftTrim(open);
        String plain = text.substring(at, end);
        plain = trimmed ? plain.stripTrailing() : plain;
        if (!plain.isEmpty()) {
            add(Kind.TEXT, plain, at);
        }
        at = end;
        if (open >= 0) {
            action(trimmed);
        }
    }

    private boolean isLeftTrim(int open) {
        return text.startsWith("-", open + 2)
                && open + 3 < text.length()
                && Character.isWhitespace(text.charAt(open + 3));
    }

    private boolean isRightTrim() {
        return at < text.length() && Character.isWhitespace(text.charAt(at)) && text.startsWith("-" + CLOSE, at + 1);
    }

    private void action(boolean trimmed) {
        int start = at;
        at += trimmed ? 4 : 2;
        if (text.startsWith("/*", at)) {
            comment();
            return;
        }
        add(Kind.OPEN, OPEN, start);
        parens = 0;
        while (!failed() && !closes()) {
            inside();
        }
    }

    private void comment() {
        int end = text.indexOf("*/", at);
        if (end < 0) {
            fail("unclosed comment");
            return;
        }
        at = end + 2;
        if (!close(false)) {
            fail("comment ends before closing delimiter");
        }
    }

    private boolean closes() {
        if (at >= text.length()) {
            fail("unclosed action");
            return true;
        }
        return close(true);
    }

    private boolean close(boolean item) {
        boolean trim = isRightTrim();
        if (!trim && !text.startsWith(CLOSE, at)) {
            return false;
        }
        if (parens > 0) {
            fail("unclosed left paren");
            return true;
        }
        if (item) {
            add(Kind.CLOSE, CLOSE, at + (trim ? 2 : 0));
        }
        at += trim ? 4 : 2;
        while (trim && at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return true;
    }

    private void inside() {
        char character = text.charAt(at);
        if (Character.isWhitespace(character)) {
            spaces();
        } else if (character == '"') {
            quoted();
        } else if (character == '`') {
            raw();
        } else if (character == '.' && !isDigit(at + 1)) {
            field();
        } else if (character == '$') {
            word(Kind.VARIABLE, at + 1);
        } else if (isDigit(at) || (character == '+' || character == '-' || character == '.') && isDigit(at + 1)) {
            number();
        } else if (isWordPart(character)) {
            word();
        } else {
            sign(character);
        }
    }

    private void spaces() {
        int from = at;
        while (at < text.length() && Character.isWhitespace(text.charAt(at)) && !isRightTrim()) {
            at++;
        }
        add(Kind.SPACE, text.substring(from, at), from);
    }

    private void quoted() {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\n') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= text.length() || text.charAt(end) != '"') {
            fail("unterminated quoted string");
            return;
        }
        take(Kind.STRING, end + 1);
    }

    private void raw() {
        int end = text.indexOf('`', at + 1);
        if (end < 0) {
            fail("unterminated raw quoted string");
            return;
        }
        take(Kind.RAW_STRING, end + 1);
    }

    private void take(Kind kind, int end) {
        add(kind, text.substring(at, end), at);
        at = end;
    }

    private boolean isDigit(int position) {
        return position < text.length() && text.charAt(position) >= '0' && text.charAt(position) <= '9';
    }

    private static boolean isWordPart(char character) {
        return character == '_' || Character.isLetterOrDigit(character);
    }

    private int endOfWord(int from) {
        int end = from;
        while (end < text.length() && isWordPart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private void field() {
        int end = endOfWord(at + 1);
        take(end == at + 1 ? Kind.DOT : Kind.FIELD, end);
    }

    private void number() {
        int end = at + 1;
        while (end < text.length() && (isWordPart(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        take(Kind.NUMBER, end);
    }

    private void word(Kind kind, int from) {
        take(kind, endOfWord(from));
    }

    private void word() {
        String word = text.substring(at, endOfWord(at));
        Kind kind = Kind.IDENTIFIER;
        if (KEYWORDS.contains(word)) {
            kind = Kind.KEYWORD;
        } else if (word.equals("true") || word.equals("false")) {
            kind = Kind.BOOLEAN;
        } else if (word.equals("nil")) {
            kind = Kind.NIL;
        }
        word(kind, at);
    }

    private void sign(char character) {
        if (text.startsWith(":=", at)) {
            take(Kind.DECLARE, at + 2);
        } else if (character == '=') {
            take(Kind.ASSIGN, at + 1);
        } else if (character == '|') {
            take(Kind.PIPE, at + 1);
        } else if (character == '(') {
            parens++;
            take(Kind.LEFT_PAREN, at + 1);
        } else if (character == ')' && --parens < 0) {
            fail("unexpected right paren");
        } else if (character == ')') {
            take(Kind.RIGHT_PAREN, at + 1);
        } else if (character == ',') {
            take(Kind.CHARACTER, at + 1);
        } else {
            fail(String.format("unrecognized character in action: U+%04X '%c'", (int) character, character));
        }
    }
}
