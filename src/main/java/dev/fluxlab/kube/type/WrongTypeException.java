package dev.fluxlab.kube.type;

/** A value cannot be what its field is; the message is the one Go's decoder gives. */
public final class WrongTypeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean canWait;

    public WrongTypeException(String message) {
        this(message, false);
    }

    private WrongTypeException(String message, boolean canWait) {
        super(message);
        this.canWait = canWait;
    }

    /** Whether Go reads on, and reports this only when nothing worse follows. */
    boolean canWait() {
        return canWait;
    }

    static WrongTypeException of(String shown, Place place, Schema schema) {
        return new WrongTypeException(message(shown, place, schema.goType()), true);
    }

    /** A type that reads itself could not. */
    static WrongTypeException unreadable(String shown, Place place, String goType) {
        return new WrongTypeException(message(shown, place, goType), false);
    }

    private static String message(String shown, Place place, String goType) {
        return "json: cannot unmarshal " + shown + " into " + place.goField() + " of type " + goType;
    }
}
