package dev.fluxlab.kube.apply;

/** Bytes that are no protobuf of a kind that is served; the message is fit for a 400. */
public final class ProtobufException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ProtobufException(String message) {
        super(message);
    }
}
