package dev.fluxlab.document;

import dev.fluxlab.document.StyledNode.Kind;
import dev.fluxlab.document.StyledNode.Style;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.tokens.AliasToken;
import org.snakeyaml.engine.v2.tokens.AnchorToken;
import org.snakeyaml.engine.v2.tokens.ScalarToken;
import org.snakeyaml.engine.v2.tokens.TagToken;
import org.snakeyaml.engine.v2.tokens.Token;

/** Builds the tree of a document's tokens and hands each comment to its node, as go-yaml v3 does. */
final class StyledReader {

    private static final int MAX_DEPTH = 1000;

    private final StyledTokens tokens;
    private final Set<String> anchors = new HashSet<>();
    private String stemComment = "";
    private int depth;

    StyledReader(String text) {
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
        try {
            requireFirstDocument(text, settings);
            this.tokens = new StyledTokens(text, settings);
        } catch (YamlEngineException e) {
            throw failure(e);
        }
    }

    private static void requireFirstDocument(String text, LoadSettings settings) {
        for (Event event : new Parse(settings).parseString(text)) {
            if (event.getEventId() == Event.ID.DocumentEnd) {
                return;
            }
        }
    }

    private static DocumentException failure(YamlEngineException e) {
        Optional<Position> place = e instanceof MarkedYamlEngineException marked
                ? marked.getProblemMark().map(mark -> new Position(mark.getLine() + 1, mark.getColumn() + 1))
                : Optional.empty();
        return new DocumentException(String.valueOf(e.getMessage()), place);
    }

    Optional<StyledNode> document() {
        try {
            return readDocument();
        } catch (YamlEngineException e) {
            throw failure(e);
        }
    }

    private Optional<StyledNode> readDocument() {
        take(Token.ID.StreamStart);
        while (tokens.peek().is(Token.ID.DocumentEnd)) {
            tokens.skip();
        }
        if (tokens.peek().is(Token.ID.StreamEnd)) {
            return Optional.empty();
        }
        StyledNode document = new StyledNode(Kind.DOCUMENT, Style.BLOCK);
        startDocument(document);
        document.children.add(root());
        tokens.peek();
        String below = tokens.footComment.isEmpty() ? tokens.headComment : tokens.footComment;
        document.foot = below;
        return Optional.of(document);
    }

    private void startDocument(StyledNode document) {
        while (tokens.peek().is(Token.ID.Directive)) {
            tokens.skip();
        }
        if (tokens.peek().is(Token.ID.DocumentStart)) {
            tokens.skip();
            return;
        }
        splitHeader(document);
    }

    // The part of a head comment above its last empty line is the document's, the rest its first value's.
    private void splitHeader(StyledNode document) {
        String head = tokens.headComment;
        for (int i = head.length() - 1; i > 0; i--) {
            boolean trailing = i == head.length() - 1;
            if (head.charAt(i) == '\n' && (trailing || head.charAt(i - 1) == '\n')) {
                document.head = head.substring(0, trailing ? i : i - 1);
                tokens.headComment = head.substring(i + 1);
                return;
            }
        }
    }

    private StyledNode root() {
        return tokens.peek().is(Token.ID.DocumentStart, Token.ID.DocumentEnd, Token.ID.StreamEnd, Token.ID.Directive)
                ? empty()
                : node();
    }

    private void take(Token.ID id) {
        StyledToken token = tokens.peek();
        if (!token.is(id)) {
            throw new DocumentException(
                    "expected " + id + ", found " + token.id(),
                    Optional.of(
                            new Position(token.start().line() + 1, token.start().column() + 1)));
        }
        tokens.skip();
    }

    private StyledNode empty() {
        StyledNode node = new StyledNode(Kind.SCALAR, Style.PLAIN);
        node.tag = PlainScalars.NULL;
        return node;
    }

    private StyledNode node() {
        if (++depth > MAX_DEPTH) {
            throw new DocumentException("nested more than " + MAX_DEPTH + " deep");
        }
        String anchor = "";
        String tag = "";
        StyledToken token = tokens.peek();
        while (token.is(Token.ID.Anchor, Token.ID.Tag)) {
            Token origin = token.origin().orElseThrow();
            anchor = origin instanceof AnchorToken named ? named.getValue().getValue() : anchor;
            tag = origin instanceof TagToken typed ? tagText(typed) : tag;
            tokens.skip();
            token = tokens.peek();
        }
        StyledNode node = content(token);
        depth--;
        node.anchor = anchor.isEmpty() ? node.anchor : anchor;
        if (!tag.isEmpty() && !tag.equals("!")) {
            node.tag = tag;
            node.tagged = true;
        }
        if (!anchor.isEmpty()) {
            anchors.add(anchor);
        }
        return node;
    }

    private static String tagText(TagToken token) {
        String handle = token.getValue().getHandle().orElse("");
        return handle + token.getValue().getSuffix();
    }

    private StyledNode content(StyledToken token) {
        return switch (token.id()) {
            case Alias -> alias(token);
            case Scalar -> scalar((ScalarToken) token.origin().orElseThrow());
            case FlowSequenceStart -> flowSequence();
            case FlowMappingStart -> flowMapping();
            case BlockSequenceStart -> blockSequence();
            case BlockMappingStart -> blockMapping();
            case BlockEntry -> indentlessSequence();
            default -> empty();
        };
    }

    private void comment(StyledNode node) {
        node.head = tokens.headComment;
        node.line = tokens.lineComment;
        node.foot = tokens.footComment;
        clearComments();
    }

    private void clearComments() {
        tokens.headComment = "";
        tokens.lineComment = "";
        tokens.footComment = "";
        stemComment = "";
    }

    private StyledNode alias(StyledToken token) {
        StyledNode node = new StyledNode(Kind.ALIAS, Style.PLAIN);
        node.anchor = ((AliasToken) token.origin().orElseThrow()).getValue().getValue();
        if (!anchors.contains(node.anchor)) {
            throw new DocumentException("unknown anchor '" + node.anchor + "' referenced");
        }
        comment(node);
        tokens.skip();
        return node;
    }

    private StyledNode scalar(ScalarToken token) {
        Style style =
                switch (token.getStyle()) {
                    case SINGLE_QUOTED -> Style.SINGLE_QUOTED;
                    case DOUBLE_QUOTED -> Style.DOUBLE_QUOTED;
                    case LITERAL -> Style.LITERAL;
                    case FOLDED -> Style.FOLDED;
                    default -> Style.PLAIN;
                };
        StyledNode node = new StyledNode(Kind.SCALAR, style);
        node.value = token.getValue();
        if (style != Style.PLAIN) {
            node.tag = PlainScalars.STRING;
        } else {
            node.tag = node.value.equals("<<") ? PlainScalars.MERGE : PlainScalars.tagOf(node.value);
        }
        comment(node);
        tokens.skip();
        return node;
    }

    private StyledNode collection(Kind kind, Style style) {
        StyledNode node = new StyledNode(kind, style);
        node.tag = kind == Kind.MAPPING ? "!!map" : "!!seq";
        return node;
    }

    private StyledNode flowSequence() {
        StyledNode node = collection(Kind.SEQUENCE, Style.FLOW);
        comment(node);
        tokens.skip();
        while (!tokens.peek().is(Token.ID.FlowSequenceEnd)) {
            if (!node.children.isEmpty() && tokens.peek().is(Token.ID.FlowEntry)) {
                tokens.skip();
                continue;
            }
            node.children.add(tokens.peek().is(Token.ID.Key) ? singlePair() : node());
            if (tokens.peek().is(Token.ID.FlowEntry)) {
                tokens.skip();
            }
        }
        endFlow(node);
        return node;
    }

    private StyledNode singlePair() {
        StyledNode pair = collection(Kind.MAPPING, Style.FLOW);
        tokens.skip();
        pair.children.add(tokens.peek().is(Token.ID.Value) ? empty() : node());
        pair.children.add(flowValue());
        return pair;
    }

    private StyledNode flowMapping() {
        StyledNode node = collection(Kind.MAPPING, Style.FLOW);
        comment(node);
        tokens.skip();
        while (!tokens.peek().is(Token.ID.FlowMappingEnd)) {
            if (tokens.peek().is(Token.ID.FlowEntry)) {
                tokens.skip();
                continue;
            }
            flowMember(node);
        }
        endFlow(node);
        return node;
    }

    private void flowMember(StyledNode node) {
        StyledNode key;
        StyledNode value;
        if (tokens.peek().is(Token.ID.Key)) {
            tokens.skip();
            key = tokens.peek().is(Token.ID.Value, Token.ID.FlowEntry, Token.ID.FlowMappingEnd) ? empty() : node();
            value = flowValue();
        } else {
            key = tokens.peek().is(Token.ID.Value) ? empty() : node();
            value = flowValue();
        }
        addMember(node, key, value);
    }

    private StyledNode flowValue() {
        if (!tokens.peek().is(Token.ID.Value)) {
            return empty();
        }
        tokens.skip();
        boolean nothing = tokens.peek().is(Token.ID.FlowEntry, Token.ID.FlowMappingEnd, Token.ID.FlowSequenceEnd);
        return nothing ? empty() : node();
    }

    private void endFlow(StyledNode node) {
        node.line = tokens.lineComment;
        node.foot = tokens.footComment;
        clearComments();
        tokens.skip();
    }

    private StyledNode blockSequence() {
        StyledNode node = collection(Kind.SEQUENCE, Style.BLOCK);
        takeStem(node);
        tokens.skip();
        while (tokens.peek().is(Token.ID.BlockEntry)) {
            node.children.add(item(Token.ID.BlockEntry, Token.ID.BlockEnd));
        }
        take(Token.ID.BlockEnd);
        return node;
    }

    private StyledNode indentlessSequence() {
        StyledNode node = collection(Kind.SEQUENCE, Style.BLOCK);
        while (tokens.peek().is(Token.ID.BlockEntry)) {
            node.children.add(item(Token.ID.BlockEntry, Token.ID.Key, Token.ID.Value, Token.ID.BlockEnd));
        }
        return node;
    }

    private StyledNode item(Token.ID... ends) {
        int headLength = tokens.headComment.length();
        tokens.skip();
        boolean collection = tokens.peek().is(Token.ID.BlockSequenceStart, Token.ID.BlockMappingStart);
        if (headLength > 0 && collection) {
            String head = tokens.headComment;
            stemComment = head.substring(0, headLength);
            tokens.headComment = head.length() == headLength ? "" : head.substring(headLength + 1);
        }
        return tokens.peek().is(ends) ? empty() : node();
    }

    // What stood above the dash is for the whole item, not for its first key.
    private void takeStem(StyledNode node) {
        node.head = stemComment;
        stemComment = "";
    }

    private StyledNode blockMapping() {
        StyledNode node = collection(Kind.MAPPING, Style.BLOCK);
        takeStem(node);
        tokens.skip();
        while (tokens.peek().is(Token.ID.Key, Token.ID.Value)) {
            StyledNode key = blockKey();
            footBelongsAbove(node, key);
            addMember(node, key, blockValue());
        }
        endBlockMapping(node);
        return node;
    }

    private StyledNode blockKey() {
        if (!tokens.peek().is(Token.ID.Key)) {
            return empty();
        }
        tokens.skip();
        return tokens.peek().is(Token.ID.Key, Token.ID.Value, Token.ID.BlockEnd) ? empty() : node();
    }

    private StyledNode blockValue() {
        if (!tokens.peek().is(Token.ID.Value)) {
            return empty();
        }
        tokens.skip();
        return tokens.peek().is(Token.ID.Key, Token.ID.Value, Token.ID.BlockEnd) ? empty() : node();
    }

    private static void footBelongsAbove(StyledNode mapping, StyledNode key) {
        int members = mapping.children.size();
        if (!key.foot.isEmpty() && members >= 2) {
            mapping.children.get(members - 2).foot = key.foot;
            key.foot = "";
        }
    }

    private static void addMember(StyledNode mapping, StyledNode key, StyledNode value) {
        if (key.foot.isEmpty() && !value.foot.isEmpty()) {
            key.foot = value.foot;
            value.foot = "";
        }
        mapping.children.add(key);
        mapping.children.add(value);
    }

    private void endBlockMapping(StyledNode node) {
        StyledToken end = tokens.peek();
        node.line = tokens.lineComment;
        node.foot = tokens.footComment;
        tokens.headComment = "";
        clearComments();
        if (!node.foot.isEmpty() && node.children.size() > 1) {
            node.children.get(node.children.size() - 2).foot = node.foot;
            node.foot = "";
        }
        if (!end.is(Token.ID.BlockEnd)) {
            take(Token.ID.BlockEnd);
        }
        tokens.skip();
    }
}
