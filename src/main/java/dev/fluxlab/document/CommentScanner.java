package dev.fluxlab.document;

import dev.fluxlab.document.StyledToken.Place;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.tokens.Token;

/**
 * Walks the text between tokens and sorts its comments: on the line of a token, above the next one (head), or below the
 * one before (foot). The rules are go-yaml v3's, because they decide which value a marker comment belongs to.
 */
final class CommentScanner {

    /** A comment, and from which token on it counts. */
    static final class Comment {
        final int scannedFrom;
        final int token;
        final Place start;
        final int end;
        final String head;
        final String line;
        final String foot;

        private Comment(int scannedFrom, int token, Place start, int end, String head, String line, String foot) {
            this.scannedFrom = scannedFrom;
            this.token = token;
            this.start = start;
            this.end = end;
            this.head = head;
            this.line = line;
            this.foot = foot;
        }
    }

    /** What the scanner has to know of the tokens around a gap. */
    record Surroundings(StyledToken before, int indent, boolean flow) {
        int column() {
            return Math.max(indent, 0);
        }
    }

    private final int[] text;
    private final List<Comment> comments = new ArrayList<>();
    private int index;
    private int line;
    private int column;
    private int newlines;

    CommentScanner(String text) {
        this.text = text.codePoints().toArray();
    }

    List<Comment> comments() {
        return comments;
    }

    Place here() {
        return new Place(index, line, column);
    }

    int at(int position) {
        return position < text.length ? text[position] : 0;
    }

    static boolean isBlank(int character) {
        return character == ' ' || character == '\t';
    }

    static boolean isBreak(int character) {
        return character == '\n'
                || character == '\r'
                || character == 0x85
                || character == 0x2028
                || character == 0x2029;
    }

    private boolean endsLine(int position) {
        return position >= text.length || isBreak(text[position]) || text[position] == 0;
    }

    private void step() {
        if (isBreak(at(index))) {
            line++;
            column = 0;
            newlines++;
        } else {
            column++;
            newlines = isBlank(at(index)) ? newlines : 0;
        }
        index++;
    }

    /** Goes on to a position without looking for comments: the inside of a token. */
    void moveTo(int position) {
        while (index < position && index < text.length) {
            step();
        }
    }

    /** Goes on over blanks and line breaks: an unquoted scalar is only known to end there. */
    void skipSpace() {
        while (index < text.length && (isBlank(text[index]) || isBreak(text[index]))) {
            step();
        }
    }

    /** Goes from here to the next token and keeps the comments between. */
    void scanGap(int next, Surroundings around) {
        Place from = here();
        while (index < next) {
            if (at(index) == '#') {
                scanComments(from, around);
            } else {
                step();
            }
        }
    }

    /** Keeps the comment that follows on this line. */
    void scanLineComment(int token) {
        int position = index;
        while (isBlank(at(position))) {
            position++;
        }
        if (newlines > 0 || at(position) != '#') {
            return;
        }
        moveTo(position);
        Place start = here();
        String comment = readToEndOfLine();
        comments.add(new Comment(0, token, start, 0, "", comment, ""));
    }

    private String readToEndOfLine() {
        int from = index;
        while (!endsLine(index)) {
            step();
        }
        return new String(text, from, index - from);
    }

    private void scanComments(Place from, Surroundings around) {
        new Block(from, around).scan();
    }

    /** One run of comment lines with the empty lines between them. */
    private final class Block {
        private final Surroundings around;
        private final int footLine;
        private int scannedFrom;
        private int token;
        private Place start = new Place(0, 0, 0);
        private final StringBuilder body = new StringBuilder();
        private boolean firstEmpty = newlines <= 1;
        private boolean recentEmpty;
        private int peek;
        private int peekLine = line;
        private int peekColumn = column;

        Block(Place from, Surroundings around) {
            this.around = around;
            this.scannedFrom = from.index();
            this.token = around.before().start().index();
            int below = newlines == 0 && column > 1 ? 2 : 1; // with content on this line, the line below it
            this.footLine = from.line() > 0 ? line - newlines + below : -1;
        }

        void scan() {
            while (look()) {
                peek++;
            }
            if (body.length() > 0) {
                comments.add(new Comment(scannedFrom, start.index(), start, index + peek - 1, body.toString(), "", ""));
            }
        }

        /** Looks at one character; false at the end of the run. */
        private boolean look() {
            peekColumn++;
            int character = at(index + peek);
            if (isBlank(character)) {
                return true;
            }
            boolean closesFlow = around.flow() && (character == ']' || character == '}');
            if (closesFlow || endsLine(index + peek)) {
                return lineEnds(closesFlow);
            }
            boolean dedented = peekColumn - 1 < around.column() && peekColumn != start.column();
            if (body.length() > 0 && dedented) {
                addFoot();
            }
            if (character != '#') {
                return false;
            }
            takeLine();
            return true;
        }

        private boolean lineEnds(boolean closesFlow) {
            if (closesFlow || !recentEmpty) {
                boolean below = start.line() == footLine && !around.before().is(Token.ID.Value);
                boolean left = start.column() - 1 < around.column();
                if (closesFlow || firstEmpty && (below || left)) {
                    endFoot(left);
                } else if (body.length() > 0 && index + peek < text.length) {
                    body.append('\n');
                }
            }
            if (index + peek >= text.length || !isBreak(at(index + peek))) {
                return false;
            }
            firstEmpty = false;
            recentEmpty = true;
            peekColumn = 0;
            peekLine++;
            return true;
        }

        // A comment further left than the block has nothing to do with the token before.
        private void endFoot(boolean left) {
            if (body.length() > 0) {
                token = left ? start.index() : token;
                addFoot();
            }
        }

        private void addFoot() {
            int end = index + peek;
            comments.add(new Comment(scannedFrom, token, start, end, "", "", body.toString()));
            scannedFrom = end;
            token = end;
            body.setLength(0);
        }

        private void takeLine() {
            if (body.length() == 0) {
                start = new Place(index + peek, peekLine, peekColumn);
            } else {
                body.append('\n');
            }
            recentEmpty = false;
            moveTo(index + peek);
            body.append(readToEndOfLine());
            peek = 0;
            peekColumn = 0;
            peekLine = line;
        }
    }
}
