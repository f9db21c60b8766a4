package dev.fluxlab.document;

import java.util.Optional;

/** A text that is no JSON or YAML, or a patch that does not fit; says where when the place is known. */
public final class DocumentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<Position> position;

    public DocumentException(String message, Optional<Position> position) {
        super(message);
        this.position = position;
    }

    public DocumentException(String message) {
        this(message, Optional.empty());
    }

    public Optional<Position> position() {
        return position;
    }
}
