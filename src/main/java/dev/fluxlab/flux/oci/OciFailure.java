package dev.fluxlab.flux.oci;

/** A registry said no, or could not be asked; the message is the one that Flux shows after its own words. */
public final class OciFailure extends Exception {

    private static final long serialVersionUID = 1L;

    OciFailure(String message) {
        super(message);
    }

    OciFailure(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
