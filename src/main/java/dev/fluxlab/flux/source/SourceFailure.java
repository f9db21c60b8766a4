package dev.fluxlab.flux.source;

/** A source could not be had: which condition says so, with which reason, and whether it is tried again. */
final class SourceFailure extends Exception {

    static final String FETCH_FAILED = "FetchFailed";
    static final String STORAGE_FAILED = "StorageOperationFailed";
    static final String VERIFIED = "SourceVerified";

    private static final long serialVersionUID = 1L;

    private final String condition;
    private final String reason;
    private final boolean stalling;

    private SourceFailure(String condition, String reason, String message, boolean stalling) {
        super(message);
        this.condition = condition;
        this.reason = reason;
        this.stalling = stalling;
    }

    static SourceFailure fetch(String reason, String message) {
        return new SourceFailure(FETCH_FAILED, reason, message, false);
    }

    static SourceFailure storage(String reason, String message) {
        return new SourceFailure(STORAGE_FAILED, reason, message, false);
    }

    static SourceFailure verification(String message) {
        return new SourceFailure(VERIFIED, "VerificationError", message, false);
    }

    /** Nothing but another spec can help. */
    static SourceFailure stalling(String reason, String message) {
        return new SourceFailure(FETCH_FAILED, reason, message, true);
    }

    String condition() {
        return condition;
    }

    String reason() {
        return reason;
    }

    boolean isStalling() {
        return stalling;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
