package dev.fluxlab.flux.reconcile;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;

/** The API server said no, or could not be asked; the message is the one that Kubernetes' own client shows. */
public final class ApiFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int code;
    private final transient Obj status;

    private ApiFailure(int code, Obj status, String message) {
        super(message);
        this.code = code;
        this.status = status;
    }

    static ApiFailure answered(int code, Json body) {
        Obj status = body.obj();
        String message = status.text("message");
        return new ApiFailure(
                code, status, message.isEmpty() ? "the server answered with HTTP status " + code : message);
    }

    static ApiFailure unreachable(String request, Throwable cause) {
        ApiFailure failure = new ApiFailure(0, Obj.EMPTY, request + ": " + cause.getMessage());
        failure.initCause(cause);
        return failure;
    }

    /** The HTTP status, or 0 when there was no answer. */
    public int code() {
        return code;
    }

    /** The machine-readable reason, such as {@code Invalid}; empty when the server gave none. */
    public String reason() {
        return status.text("reason");
    }

    public boolean isNotFound() {
        return code == 404;
    }

    /** The whole Status object. */
    public Obj status() {
        return status;
    }
}
