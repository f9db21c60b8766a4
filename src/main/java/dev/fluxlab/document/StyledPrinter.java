package dev.fluxlab.document;

import dev.fluxlab.document.StyledNode.Kind;
import dev.fluxlab.document.StyledNode.Style;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Prints a tree with its styles and comments as go-yaml v3 does at an indentation of two. */
final class StyledPrinter {

    private static final int INDENT = 2;
    private static final int LONGEST_SIMPLE_KEY = 128;

    private final boolean compact;
    private final StyledOutput out = new StyledOutput();
    private final StyledScalars scalars = new StyledScalars(out);
    private final Deque<Integer> indents = new ArrayDeque<>();
    private int flowLevel;
    private String keyLine = "";

    StyledPrinter(boolean compact) {
        this.compact = compact;
    }

    String print(StyledNode document) {
        out.comments(document.head, "", "", "");
        if (!out.head.isEmpty()) {
            out.headComment();
            out.breakLine();
        }
        for (StyledNode root : document.children) {
            root(root);
        }
        out.comments("", "", document.foot, "");
        out.documentEnd();
        return out.text();
    }

    private void root(StyledNode root) {
        announce(root, "");
        out.headComment();
        start(root, false);
        out.lineComment();
        out.footComment();
        body(root, false);
    }

    /** Hands a node's comments to the output; a collection's line and foot come with its end. */
    private void announce(StyledNode node, String tail) {
        boolean collection = node.kind == Kind.MAPPING || node.kind == Kind.SEQUENCE;
        out.comments(node.head, collection ? "" : node.line, collection ? "" : node.foot, tail);
    }

    private void announceEnd(StyledNode node, String tail) {
        out.comments("", node.line, node.foot, tail);
    }

    private static boolean forcesQuotes(StyledNode node) {
        return !node.tagged
                && node.tag.equals(PlainScalars.STRING)
                && !PlainScalars.tagOf(node.value).equals(PlainScalars.STRING);
    }

    /** The tag to print: one that was written, or one that the text alone would no longer have. */
    private static String tag(StyledNode node) {
        if (node.tagged) {
            return node.tag;
        }
        if (node.kind != Kind.SCALAR || node.tag.equals(PlainScalars.STRING)) {
            return "";
        }
        return PlainScalars.tagOf(node.value).equals(node.tag) ? "" : node.tag;
    }

    /** Anchor, tag, and for scalars and aliases all there is. */
    private void start(StyledNode node, boolean simpleKey) {
        if (node.kind == Kind.ALIAS) {
            out.word("*" + node.anchor);
            return;
        }
        if (!node.anchor.isEmpty()) {
            out.word("&" + node.anchor);
        }
        String tag = tag(node);
        if (!tag.isEmpty()) {
            out.word(tag);
        }
        if (node.kind == Kind.SCALAR) {
            Style style =
                    scalars.fitting(node, forcesQuotes(node), new StyledScalars.Context(flowLevel > 0, simpleKey));
            int before = out.indent;
            out.indent = before < 0 ? INDENT : before + INDENT;
            scalars.print(node.value, style);
            out.indent = before;
        }
    }

    private void body(StyledNode node, boolean inMapping) {
        boolean flow = flowLevel > 0 || node.style == Style.FLOW || node.children.isEmpty();
        if (node.kind == Kind.MAPPING && flow) {
            flowMapping(node);
        } else if (node.kind == Kind.MAPPING) {
            blockMapping(node);
        } else if (node.kind == Kind.SEQUENCE && flow) {
            flowSequence(node);
        } else if (node.kind == Kind.SEQUENCE) {
            blockSequence(node, inMapping);
        }
    }

    private void blockSequence(StyledNode node, boolean inMapping) {
        int before = out.indent;
        boolean flush = inMapping && (out.column() == 0 || !out.onlyIndented()) && compact;
        out.indent = before < 0 ? 0 : before + (flush ? 0 : INDENT);
        for (StyledNode item : node.children) {
            announce(item, "");
            out.headComment();
            out.indent();
            out.sign("-", true, false, true);
            start(item, false);
            out.lineComment();
            out.footComment();
            body(item, false);
        }
        announceEnd(node, "");
        out.indent = before;
    }

    private void blockMapping(StyledNode node) {
        int before = out.indent;
        out.indent = before < 0 ? 0 : before + INDENT;
        String tail = "";
        for (int i = 0; i + 1 < node.children.size(); i += 2) {
            StyledNode key = node.children.get(i);
            boolean simple = blockKey(key, tail);
            tail = key.foot;
            blockValue(node.children.get(i + 1), simple);
        }
        announceEnd(node, tail);
        out.headComment();
        out.indent = before;
    }

    private boolean blockKey(StyledNode key, String tail) {
        out.comments(key.head, isCollection(key) ? "" : key.line, "", tail);
        out.headComment();
        out.indent();
        if (!out.line.isEmpty()) {
            keyLine = out.line;
            out.line = "";
        }
        boolean simple = isSimpleKey(key);
        if (!simple) {
            out.sign("?", true, false, true);
        }
        start(key, simple);
        body(key, true);
        return simple;
    }

    private static boolean isCollection(StyledNode node) {
        return node.kind == Kind.MAPPING || node.kind == Kind.SEQUENCE;
    }

    private boolean isSimpleKey(StyledNode key) {
        if (key.kind == Kind.SCALAR && ScalarLayout.of(key.value).multiline()) {
            return false;
        }
        if (isCollection(key) && !key.children.isEmpty()) {
            return false;
        }
        int length = key.anchor.length() + tag(key).length() + key.value.length();
        return length <= LONGEST_SIMPLE_KEY;
    }

    private void blockValue(StyledNode value, boolean simple) {
        announce(value, "");
        if (simple) {
            out.close(":");
        } else {
            out.indent();
            out.sign(":", true, false, true);
        }
        keyComment(value);
        start(value, false);
        out.lineComment();
        out.footComment();
        body(value, true);
    }

    // A comment after "key:" stays on that line: before a block that follows, or as the scalar's own.
    private void keyComment(StyledNode value) {
        if (keyLine.isEmpty()) {
            return;
        }
        if (value.kind == Kind.SCALAR && out.line.isEmpty()) {
            out.line = keyLine;
            keyLine = "";
        } else if (isCollection(value) && value.style != Style.FLOW) {
            String waiting = out.line;
            out.line = keyLine;
            out.lineComment();
            keyLine = waiting;
        }
    }

    private void flowSequence(StyledNode node) {
        open("[");
        boolean trail = false;
        for (int i = 0; i < node.children.size(); i++) {
            StyledNode item = node.children.get(i);
            announce(item, "");
            separate(i > 0 && !trail);
            trail = out.commentsFollow();
            start(item, false);
            endFlowItem(trail);
            body(item, false);
        }
        announceEnd(node, "");
        flowLevel--;
        dedent();
        if (out.column() == 0) {
            out.indent();
        }
        out.close("]");
        out.lineComment();
        out.footComment();
    }

    private void flowMapping(StyledNode node) {
        open("{");
        boolean trail = false;
        String tail = "";
        List<StyledNode> members = node.children;
        for (int i = 0; i + 1 < members.size(); i += 2) {
            StyledNode key = members.get(i);
            out.comments(key.head, isCollection(key) ? "" : key.line, "", tail);
            tail = key.foot;
            separate(i > 0 && !trail);
            flowKey(key);
            announce(members.get(i + 1), "");
            trail = out.commentsFollow();
            start(members.get(i + 1), false);
            endFlowItem(trail);
            body(members.get(i + 1), true);
        }
        announceEnd(node, tail);
        boolean waiting = !out.head.isEmpty() || !out.foot.isEmpty() || !out.tail.isEmpty();
        if (waiting && !members.isEmpty() && !trail) {
            out.close(",");
        }
        out.headComment();
        flowLevel--;
        dedent();
        out.close("}");
        out.lineComment();
        out.footComment();
    }

    private void flowKey(StyledNode key) {
        boolean simple = isSimpleKey(key);
        if (!simple) {
            out.sign("?", true, false, false);
        }
        start(key, simple);
        body(key, true);
        out.sign(":", !simple, false, false);
    }

    private void open(String bracket) {
        out.sign(bracket, true, true, false);
        indents.push(out.indent);
        out.indent = out.indent < 0 ? INDENT : out.indent + INDENT;
        flowLevel++;
    }

    private void dedent() {
        out.indent = indents.pop();
    }

    private void separate(boolean comma) {
        if (comma) {
            out.close(",");
        }
        out.headComment();
        if (out.column() == 0) {
            out.indent();
        }
    }

    private void endFlowItem(boolean trail) {
        if (trail) {
            out.close(",");
        }
        out.lineComment();
        out.footComment();
    }
}
