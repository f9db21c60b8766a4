package dev.fluxlab.document;

/** The text being printed, with what go-yaml's emitter remembers of it: column, indentation, comments not yet out. */
final class StyledOutput {

    private final StringBuilder out = new StringBuilder();
    private int column;
    private boolean whitespace = true;
    private boolean indention = true;
    private int footIndent = -1;

    int indent = -1;
    String head = "";
    String line = "";
    String foot = "";
    String tail = "";

    String text() {
        return out.toString();
    }

    int column() {
        return column;
    }

    boolean onlyIndented() {
        return indention;
    }

    /** Comments to print; one that is still waiting stays when there is no newer. */
    void comments(String newHead, String newLine, String newFoot, String newTail) {
        head = newHead.isEmpty() ? head : newHead;
        line = newLine.isEmpty() ? line : newLine;
        foot = newFoot.isEmpty() ? foot : newFoot;
        tail = newTail.isEmpty() ? tail : newTail;
    }

    boolean commentsFollow() {
        return !line.isEmpty() || !foot.isEmpty() || !tail.isEmpty();
    }

    void put(int sign) {
        out.appendCodePoint(sign);
        column++;
    }

    void breakLine() {
        out.append('\n');
        column = 0;
        indention = true;
    }

    void indent() {
        int target = Math.max(indent, 0);
        if (!indention || column > target || column == target && !whitespace) {
            breakLine();
        }
        if (footIndent == target) {
            breakLine();
        }
        while (column < target) {
            put(' ');
        }
        whitespace = true;
        footIndent = -1;
    }

    /** Writes a sign such as {@code -} or {@code :}. */
    void sign(String sign, boolean spaceBefore, boolean isWhitespace, boolean keepsIndention) {
        space(spaceBefore);
        sign.codePoints().forEach(this::put);
        whitespace = isWhitespace;
        indention = indention && keepsIndention;
    }

    void word(String word) {
        sign(word, true, false, false);
    }

    /** Writes a word directly after what is there. */
    void close(String word) {
        sign(word, false, false, false);
    }

    private void space(boolean wanted) {
        if (wanted && !whitespace) {
            put(' ');
        }
    }

    /** Writes characters of a scalar that began with {@link #word} or stands alone. */
    void character(int sign) {
        put(sign);
        indention = false;
    }

    void startPlain() {
        space(true);
    }

    void endScalar() {
        whitespace = false;
        indention = false;
    }

    void startBlockText() {
        whitespace = true;
    }

    void headComment() {
        if (!tail.isEmpty()) {
            indent();
            comment(tail);
            tail = "";
            footIndent = Math.max(indent, 0);
        }
        if (!head.isEmpty()) {
            indent();
            comment(head);
            head = "";
        }
    }

    void lineComment() {
        if (!line.isEmpty()) {
            space(true);
            comment(line);
            line = "";
        }
    }

    void footComment() {
        if (!foot.isEmpty()) {
            indent();
            comment(foot);
            foot = "";
            footIndent = Math.max(indent, 0);
        }
    }

    /** The end of a document sets its foot comment apart by an empty line. */
    void documentEnd() {
        footIndent = 0;
        footComment();
        footIndent = -1;
        indent();
    }

    private void comment(String comment) {
        boolean broken = false;
        boolean pound = false;
        for (int sign : comment.codePoints().toArray()) {
            if (YamlScalarShape.isBreak(sign)) {
                breakLine();
                broken = true;
                pound = false;
                continue;
            }
            if (broken) {
                indent();
            }
            if (!pound && sign != '#') {
                put('#');
                put(' ');
            }
            pound = true;
            character(sign);
            broken = false;
        }
        if (!broken) {
            breakLine();
        }
        whitespace = true;
    }
}
