package dev.fluxlab.document;

import dev.fluxlab.document.CommentScanner.Comment;
import dev.fluxlab.document.StyledToken.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.scanner.ScannerImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.tokens.ScalarToken;
import org.snakeyaml.engine.v2.tokens.Token;

/**
 * The tokens of a text in their order, read two ahead of the parser: only then is the comment below a value known when
 * the value is taken. Ends of blocks are placed before the comments that belong to what encloses them.
 */
final class StyledTokens {

    private static final int AHEAD = 3;

    // A comment after one of these is a head of what follows.
    private static final Token.ID[] NEVER_COMMENTED = {
        Token.ID.BlockEntry, Token.ID.StreamStart, Token.ID.DocumentStart, Token.ID.DocumentEnd, Token.ID.Directive
    };

    private final CommentScanner scanner;
    private final ScannerImpl source;
    private final List<StyledToken> queue = new ArrayList<>();
    private final Deque<Integer> indents = new ArrayDeque<>();
    private final Map<Integer, PendingKey> pendingKeys = new HashMap<>();
    private final List<StyledToken> pending = new ArrayList<>();
    private int indent = -1;
    private int flowLevel;
    private int head;
    private int nextComment;
    private boolean ended;

    String headComment = "";
    String lineComment = "";
    String footComment = "";

    /** Tokens that say "a key begins here", known only once its colon is read. */
    private record PendingKey(int position, List<StyledToken> tokens) {}

    StyledTokens(String text, LoadSettings settings) {
        this.scanner = new CommentScanner(text);
        this.source = new ScannerImpl(settings, new StreamReader(settings, text));
    }

    /** The next token; comments up to it are collected. */
    StyledToken peek() {
        while (!ended && (queue.size() < head + AHEAD || isPendingKey(head))) {
            fetch();
        }
        StyledToken token = queue.get(Math.min(head, queue.size() - 1));
        unfold(token);
        return token;
    }

    void skip() {
        head++;
    }

    private boolean isPendingKey(int position) {
        return pendingKeys.values().stream().anyMatch(key -> key.position() == position);
    }

    private void unfold(StyledToken token) {
        List<Comment> comments = scanner.comments();
        while (nextComment < comments.size() && token.start().index() >= comments.get(nextComment).token) {
            Comment comment = comments.get(nextComment);
            if (!comment.head.isEmpty() && token.is(Token.ID.BlockEnd)) {
                return; // an end has no head: it is for what follows
            }
            headComment = joined(headComment, comment.head);
            lineComment = joined(lineComment, comment.line);
            footComment = joined(footComment, comment.foot);
            nextComment++;
        }
    }

    private static String joined(String before, String comment) {
        return before.isEmpty() || comment.isEmpty() ? before + comment : before + "\n" + comment;
    }

    private void fetch() {
        Token token = read();
        while (isInvisible(token)) {
            if (token.getTokenId() != Token.ID.BlockEnd) {
                pending.add(StyledToken.of(token));
            }
            token = read();
        }
        visible(token);
    }

    private Token read() {
        source.checkToken(); // makes the scanner read on
        return source.next();
    }

    private static boolean isInvisible(Token token) {
        return switch (token.getTokenId()) {
            case BlockEnd, BlockMappingStart, BlockSequenceStart -> true;
            case Key -> Place.of(token.getStartMark()).index()
                    == Place.of(token.getEndMark()).index();
            default -> false;
        };
    }

    private void visible(Token origin) {
        StyledToken token = StyledToken.of(origin);
        Place from = scanner.here();
        if (!queue.isEmpty()) {
            StyledToken before = queue.get(queue.size() - 1);
            StyledToken known =
                    before.is(Token.ID.FlowEntry) && queue.size() > 1 ? queue.get(queue.size() - 2) : before;
            scanner.scanGap(token.start().index(), new CommentScanner.Surroundings(known, indent, flowLevel > 0));
        }
        if (flowLevel == 0) {
            unroll(token.start().column(), from.index() - 1);
            if (token.is(Token.ID.StreamEnd, Token.ID.DocumentStart, Token.ID.DocumentEnd, Token.ID.Directive)) {
                unroll(-1, scanner.here().index() - 1);
            }
        }
        int commentOwner = commentOwner(token);
        add(token);
        pass(token, origin, commentOwner);
    }

    private int commentOwner(StyledToken token) {
        boolean afterthought = flowLevel == 0 ? token.is(Token.ID.Value) : token.is(Token.ID.FlowEntry);
        return afterthought && !queue.isEmpty()
                ? queue.get(queue.size() - 1).start().index()
                : token.start().index();
    }

    // Places the end of each block that stands further right than the column, before comments of what encloses it.
    private void unroll(int column, int from) {
        int place = from;
        while (indent > column) {
            place = endOfBlock(place);
            queue.add(new StyledToken(Token.ID.BlockEnd, new Place(place, 0, 0), Optional.empty()));
            indent = indents.pop();
        }
    }

    private int endOfBlock(int place) {
        int end = place;
        int stop = place;
        List<Comment> comments = scanner.comments();
        for (int i = comments.size() - 1; i >= 0; i--) {
            Comment comment = comments.get(i);
            if (i < nextComment || comment.end < stop) {
                break;
            }
            if (comment.start.column() == indent + 1) {
                end = comment.start.index();
            }
            stop = comment.scannedFrom;
        }
        return end;
    }

    private void add(StyledToken token) {
        if (token.is(Token.ID.Value) && pendingKeys.containsKey(flowLevel)) {
            PendingKey key = pendingKeys.remove(flowLevel);
            key.tokens().forEach(this::roll);
            queue.addAll(key.position(), key.tokens());
        }
        boolean simpleKey =
                !pending.isEmpty() && pending.get(pending.size() - 1).is(Token.ID.Key);
        if (simpleKey) {
            pendingKeys.put(flowLevel, new PendingKey(queue.size(), List.copyOf(pending)));
        } else {
            pending.forEach(this::roll);
            queue.addAll(pending);
        }
        pending.clear();
        queue.add(token);
    }

    private void roll(StyledToken token) {
        if (token.is(Token.ID.BlockMappingStart, Token.ID.BlockSequenceStart)) {
            indents.push(indent);
            indent = token.start().column();
        }
    }

    private void pass(StyledToken token, Token origin, int commentOwner) {
        if (token.is(Token.ID.FlowMappingStart, Token.ID.FlowSequenceStart)) {
            flowLevel++;
        } else if (token.is(Token.ID.FlowMappingEnd, Token.ID.FlowSequenceEnd)) {
            pendingKeys.remove(flowLevel);
            flowLevel--;
        }
        ended |= token.is(Token.ID.StreamEnd);
        if (origin instanceof ScalarToken scalar && isBlock(scalar)) {
            passBlockScalar(scalar, commentOwner);
            return;
        }
        scanner.moveTo(Place.of(origin.getEndMark()).index());
        if (origin instanceof ScalarToken scalar && scalar.isPlain()) {
            scanner.skipSpace();
        }
        if (!token.is(NEVER_COMMENTED)) {
            scanner.scanLineComment(commentOwner);
        }
    }

    private static boolean isBlock(ScalarToken scalar) {
        return switch (scalar.getStyle()) {
            case LITERAL, FOLDED -> true;
            default -> false;
        };
    }

    private void passBlockScalar(ScalarToken scalar, int commentOwner) {
        int position = scanner.here().index();
        while (!CommentScanner.isBlank(scanner.at(position))
                && !CommentScanner.isBreak(scanner.at(position))
                && scanner.at(position) != 0) {
            position++;
        }
        scanner.moveTo(position);
        scanner.scanLineComment(commentOwner);
        scanner.moveTo(Place.of(scalar.getEndMark()).index());
        scanner.skipSpace();
    }
}
