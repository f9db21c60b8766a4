package dev.fluxlab.document;

import java.util.Optional;

/**
 * YAML read and printed with styles and comments, in the way of go-yaml v3: what belongs to which comment, what is
 * re-encoded and how. It is what tools built on it (kyaml, Flux's image automation) do to a file they rewrite.
 */
public final class StyledYaml {

    private StyledYaml() {}

    /** How a printed sequence stands under its key. */
    public enum Sequences {
        /** {@code - } in the column of the key. */
        COMPACT,
        /** {@code - } two columns to the right. */
        WIDE
    }

    /**
     * The first document of a text; empty when there is none.
     *
     * @throws DocumentException when the text is no YAML, with the place
     */
    public static Optional<StyledNode> read(String text) {
        return new StyledReader(text.startsWith("\uFEFF") ? text.substring(1) : text).document();
    }

    /** A document's text, ending in a line break. */
    public static String print(StyledNode document, Sequences sequences) {
        return new StyledPrinter(sequences == Sequences.COMPACT).print(document);
    }
}
