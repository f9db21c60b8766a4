package dev.fluxlab.document;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.tokens.Token;

/** A token of the text, or one that only marks where a block or key begins or ends. */
record StyledToken(Token.ID id, Place start, Optional<Token> origin) {

    /** A place in the text, counted in code points from 0. */
    record Place(int index, int line, int column) {

        static Place of(Optional<Mark> mark) {
            return mark.map(at -> new Place(at.getIndex(), at.getLine(), at.getColumn()))
                    .orElseThrow(() -> new IllegalStateException("tokens are read with their marks"));
        }
    }

    static StyledToken of(Token token) {
        return new StyledToken(token.getTokenId(), Place.of(token.getStartMark()), Optional.of(token));
    }

    boolean is(Token.ID... ids) {
        for (Token.ID one : ids) {
            if (id == one) {
                return true;
            }
        }
        return false;
    }
}
