package dev.fluxlab.kube.auth;

/** Keys or certificates of a world cannot be made, read or kept. */
public final class PkiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PkiException(String message, Throwable cause) {
        super(message, cause);
    }
}
