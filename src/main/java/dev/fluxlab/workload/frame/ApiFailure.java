package dev.fluxlab.workload.frame;

import dev.fluxlab.document.Json;

/** The API server said no, or could not be asked. */
public final class ApiFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int code;

    private ApiFailure(int code, String message) {
        super(message);
        this.code = code;
    }

    static ApiFailure answered(int code, String request, Json body) {
        String message = body.text("message");
        return new ApiFailure(code, message.isEmpty() ? request + ": HTTP status " + code : message);
    }

    static ApiFailure unreachable(String request, Throwable cause) {
        ApiFailure failure = new ApiFailure(0, request + ": " + cause.getMessage());
        failure.initCause(cause);
        return failure;
    }

    public boolean isNotFound() {
        return code == 404;
    }

    public boolean isConflict() {
        return code == 409;
    }

    /** The namespace is going; nothing new may be made in it. */
    public boolean isNamespaceGoing() {
        return code == 403 && String.valueOf(getMessage()).endsWith("because it is being terminated");
    }

    /** What will be otherwise by itself: another was quicker, the object is going, the server is away. */
    boolean isPassing() {
        return isConflict() || isNotFound() || isUnreachable() || isNamespaceGoing();
    }

    /** The verb does not exist on that kind. */
    public boolean isNotAllowed() {
        return code == 405;
    }

    /** No answer: the server is away, which is no fault of the request. */
    public boolean isUnreachable() {
        return code == 0;
    }
}
