package dev.fluxlab.kube.type;

/** A value cannot be what its field is; the message is the one Go's decoder gives. */
public final class WrongTypeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WrongTypeException(String message) {
        super(message);
    }

    static WrongTypeException of(String shown, Place place, Schema schema) {
        return new WrongTypeException(
                "json: cannot unmarshal " + shown + " into " + place.goField() + " of type " + schema.goType());
    }
}
