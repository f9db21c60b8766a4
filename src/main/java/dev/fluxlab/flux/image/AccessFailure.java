package dev.fluxlab.flux.image;

/** Credentials or certificates that an object names cannot be used; the message says which and why. */
final class AccessFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AccessFailure(String message) {
        super(message, null, false, false);
    }

    static AccessFailure keyMissing(String secret, String key) {
        return new AccessFailure("secret '" + secret + "': key '" + key + "' not found");
    }
}
