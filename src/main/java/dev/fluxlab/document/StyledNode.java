package dev.fluxlab.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A YAML value as it was written: with its style, tag, anchor and comments. Unlike {@link Json} it can be changed. */
public final class StyledNode {

    /** What a node is. */
    public enum Kind {
        DOCUMENT,
        MAPPING,
        SEQUENCE,
        SCALAR,
        ALIAS
    }

    /** How a node was written: scalars in one of the first five ways, collections as {@link #BLOCK} or {@link #FLOW}. */
    public enum Style {
        PLAIN,
        SINGLE_QUOTED,
        DOUBLE_QUOTED,
        LITERAL,
        FOLDED,
        BLOCK,
        FLOW
    }

    final Kind kind;
    Style style;
    String tag = "";
    boolean tagged;
    String anchor = "";
    String value = "";
    String head = "";
    String line = "";
    String foot = "";
    final List<StyledNode> children = new ArrayList<>();

    StyledNode(Kind kind, Style style) {
        this.kind = kind;
        this.style = style;
    }

    public Kind kind() {
        return kind;
    }

    public Style style() {
        return style;
    }

    /** The text of a scalar; empty for every other kind. */
    public String value() {
        return value;
    }

    /** The comment on the node's own line, with its {@code #}; empty when there is none. */
    public String lineComment() {
        return line;
    }

    /** The comment on the lines above the node. */
    public String headComment() {
        return head;
    }

    /** Items of a sequence; of a mapping its keys and values by turns; of a document its one root. */
    public List<StyledNode> children() {
        return children;
    }

    /** The value of the first member with that key. */
    public Optional<StyledNode> member(String key) {
        for (int i = 0; kind == Kind.MAPPING && i + 1 < children.size(); i += 2) {
            if (children.get(i).isKey(key)) {
                return Optional.of(children.get(i + 1));
            }
        }
        return Optional.empty();
    }

    private boolean isKey(String key) {
        return kind == Kind.SCALAR && value.equals(key);
    }

    /** Takes out the first member with that key, with its comments. */
    public void removeMember(String key) {
        for (int i = 0; kind == Kind.MAPPING && i + 1 < children.size(); i += 2) {
            if (children.get(i).isKey(key)) {
                children.subList(i, i + 2).clear();
                return;
            }
        }
    }

    /** True for a scalar that reads as null. */
    public boolean isNull() {
        return kind == Kind.SCALAR && tag.equals(PlainScalars.NULL);
    }

    /**
     * Replaces a scalar's text. A text that YAML 1.1 would read as a number, boolean or null is quoted, so that it stays
     * a string; what the old text was (a number, null) is otherwise remembered and printed as its tag, as go-yaml does.
     */
    public void setText(String text) {
        value = text;
        if (!PlainScalars.isNonString(text)) {
            return;
        }
        if (isNull()) {
            style = Style.PLAIN;
            return;
        }
        tagged = false;
        if (style != Style.SINGLE_QUOTED) {
            style = Style.DOUBLE_QUOTED;
        }
        tag = PlainScalars.STRING;
    }

    /** Replaces a scalar's text and nothing else. */
    public void setRawText(String text) {
        value = text;
    }

    /** This node as the root of a document of its own. */
    public StyledNode asDocument() {
        StyledNode document = new StyledNode(Kind.DOCUMENT, Style.BLOCK);
        document.children.add(this);
        return document;
    }
}
