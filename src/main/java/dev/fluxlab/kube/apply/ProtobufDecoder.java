package dev.fluxlab.kube.apply;

import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.type.BuiltInSchemas;
import dev.fluxlab.kube.type.Schema;
import java.util.Arrays;

/**
 * Reads request bodies of {@code application/vnd.kubernetes.protobuf}, by the field numbers that the schemas hold. What
 * it answers is as good as the JSON a client might have sent: not normalised yet.
 */
public final class ProtobufDecoder {

    private static final byte[] MAGIC = {'k', '8', 's', 0};

    private final BuiltInSchemas schemas;

    public ProtobufDecoder(BuiltInSchemas schemas) {
        this.schemas = schemas;
    }

    /**
     * The object in an envelope, apiVersion and kind included.
     *
     * @throws ProtobufException when the bytes are no envelope, are cut short, or hold a kind that is not served
     */
    public Obj decode(byte[] envelope) {
        if (!isEnvelope(envelope)) {
            throw new ProtobufException(
                    "provided data does not appear to be a protobuf message, expected prefix" + " [107 56 115 0]");
        }
        String apiVersion = "";
        String kind = "";
        WireReader raw = WireReader.of(new byte[0]);
        WireReader in = WireReader.of(envelope).from(MAGIC.length);
        while (in.next()) {
            switch (in.number()) {
                case 1 -> {
                    TypeMeta meta = TypeMeta.read(in.message());
                    apiVersion = meta.apiVersion();
                    kind = meta.kind();
                }
                case 2 -> raw = in.message();
                default -> in.skip();
            }
        }
        Obj content = new ProtobufMessages(this).object(schema(apiVersion, kind), raw);
        return Obj.builder()
                .put("kind", kind)
                .put("apiVersion", apiVersion)
                .putAll(content)
                .build();
    }

    /** Whether bytes begin as an envelope does: objects within objects may be either that or JSON. */
    static boolean isEnvelope(byte[] bytes) {
        return bytes.length >= MAGIC.length && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    private Schema schema(String apiVersion, String kind) {
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "" : apiVersion.substring(0, slash);
        return schemas.find(group, apiVersion.substring(slash + 1), kind)
                .orElseThrow(() -> new ProtobufException(
                        "no kind \"" + kind + "\" is registered for version \"" + apiVersion + "\""));
    }

    private record TypeMeta(String apiVersion, String kind) {

        static TypeMeta read(WireReader in) {
            String apiVersion = "";
            String kind = "";
            while (in.next()) {
                switch (in.number()) {
                    case 1 -> apiVersion = in.text();
                    case 2 -> kind = in.text();
                    default -> in.skip();
                }
            }
            return new TypeMeta(apiVersion, kind);
        }
    }
}
