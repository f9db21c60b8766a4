package dev.fluxlab.http;

/** A request that is refused with an HTTP status, because of what the client sent. */
public final class RequestRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    public RequestRefused(int status, String message) {
        super(message);
        this.status = status;
    }

    static RequestRefused bodyTooLarge(long limit) {
        return new RequestRefused(413, "request body too large: the limit is " + limit + " bytes");
    }

    public int status() {
        return status;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
