package dev.fluxlab.kube.apply;

/** A patch that cannot be applied; the code and message are those that a real server's Status has. */
public final class PatchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int code;

    public PatchException(int code, String message) {
        super(message);
        this.code = code;
    }

    public int code() {
        return code;
    }
}
