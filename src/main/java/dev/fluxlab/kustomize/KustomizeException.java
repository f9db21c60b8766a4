package dev.fluxlab.kustomize;

/** A folder that cannot be rendered; the message is the one kustomize gives. */
public final class KustomizeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean complete;

    KustomizeException(String message) {
        this(message, false);
    }

    private KustomizeException(String message, boolean complete) {
        super(message);
        this.complete = complete;
    }

    /** A failure that kustomize only notices when it prints, and so tells from nowhere within. */
    static KustomizeException whenPrinting(String message) {
        return new KustomizeException(message, true);
    }

    /** The same failure, told from further out. */
    KustomizeException within(String prefix) {
        return complete ? this : new KustomizeException(prefix + ": " + text());
    }

    boolean isComplete() {
        return complete;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
