package dev.fluxlab.guard;

/** A pattern that is being read. */
final class PatternText {

    private final String text;
    private int at;

    PatternText(String text) {
        this.text = text;
    }

    boolean isAtEnd() {
        return at == text.length();
    }

    boolean isNext(String expected) {
        return text.startsWith(expected, at);
    }

    boolean isNextOneOf(String signs) {
        return !isAtEnd() && signs.indexOf(text.charAt(at)) >= 0;
    }

    boolean take(String expected) {
        boolean next = isNext(expected);
        at += next ? expected.length() : 0;
        return next;
    }

    char take() {
        if (isAtEnd()) {
            throw problem("the pattern ends too early");
        }
        return text.charAt(at++);
    }

    void expect(char sign) {
        if (isAtEnd() || text.charAt(at) != sign) {
            throw problem("missing " + sign);
        }
        at++;
    }

    int number() {
        int start = at;
        while (!isAtEnd() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        if (at == start || at - start > 4) {
            throw problem("invalid repeat count");
        }
        return Integer.parseInt(text.substring(start, at));
    }

    String until(char end) {
        int close = text.indexOf(end, at);
        if (close < 0) {
            throw problem("missing " + end);
        }
        String between = text.substring(at, close);
        at = close + 1;
        return between;
    }

    PatternException problem(String what) {
        return new PatternException(what + ", at sign " + (at + 1) + " of `" + text + "`");
    }
}
