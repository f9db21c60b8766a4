package dev.fluxlab.kube.apply;

import java.util.List;

/** Fields that an apply would change are owned by others; the message is that of the 409. */
public final class ConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Conflict> conflicts;

    ConflictException(String message, List<Conflict> conflicts) {
        super(message);
        this.conflicts = List.copyOf(conflicts);
    }

    /** One cause of the Status: reason {@code FieldManagerConflict}, this message and this field. */
    public record Conflict(String message, String field) {}

    public List<Conflict> conflicts() {
        return conflicts;
    }
}
