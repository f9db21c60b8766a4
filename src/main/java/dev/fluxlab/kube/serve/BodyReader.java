package dev.fluxlab.kube.serve;

import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.YamlText;
import dev.fluxlab.http.Exchange;
import dev.fluxlab.kube.apply.ProtobufDecoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Reads request bodies: JSON, YAML, or the protobuf that current clients send and offer no other way than. */
final class BodyReader {

    /** What the real server accepts, in bytes. */
    static final int LIMIT = 3 * 1024 * 1024;

    private static final int SHOWN = 30;
    private static final String PROTOBUF = "application/vnd.kubernetes.protobuf";

    private final ProtobufDecoder protobuf;

    BodyReader(ProtobufDecoder protobuf) {
        this.protobuf = protobuf;
    }

    /** A body with the keys that it says twice. */
    record Body(Obj object, List<String> duplicateKeys) {

        static final Body NONE = new Body(Obj.EMPTY, List.of());

        Body {
            duplicateKeys = List.copyOf(duplicateKeys);
        }
    }

    static byte[] bytes(Exchange exchange) throws IOException {
        return exchange.body(LIMIT);
    }

    /** The media type without its parameters; JSON when a request does not say. */
    static String mediaType(Exchange exchange) {
        String type =
                exchange.header("Content-Type").orElse("").split(";", 2)[0].trim();
        return type.isEmpty() ? "application/json" : type.toLowerCase(Locale.ROOT);
    }

    /** The object a request sends; the kind that is expected is named in the refusal of what is none. */
    Body read(Exchange exchange, String expectedKind) throws IOException {
        byte[] bytes = bytes(exchange);
        return switch (mediaType(exchange)) {
            case "application/json" -> json(bytes, expectedKind);
            case "application/yaml" -> yaml(bytes, expectedKind);
            case PROTOBUF -> new Body(protobuf.decode(bytes), List.of());
            default -> throw Refusals.unknownBody();
        };
    }

    /** As {@link #read} for a body that may be missing. */
    Body readIfAny(Exchange exchange, String expectedKind) throws IOException {
        boolean any = exchange.header("Content-Length")
                        .filter(length -> !length.equals("0"))
                        .isPresent()
                || exchange.header("Transfer-Encoding").isPresent();
        return any ? read(exchange, expectedKind) : Body.NONE;
    }

    private static Body json(byte[] bytes, String expectedKind) {
        try {
            JsonText.Reading reading = JsonText.reading(bytes);
            return new Body(object(reading.value(), bytes, expectedKind), reading.duplicateKeys());
        } catch (DocumentException e) {
            throw unreadable(GoJsonSyntax.complaint(new String(bytes, StandardCharsets.UTF_8)), bytes, expectedKind);
        }
    }

    private static Body yaml(byte[] bytes, String expectedKind) {
        try {
            Json value = YamlText.read(new String(bytes, StandardCharsets.UTF_8));
            return new Body(object(value, bytes, expectedKind), List.of());
        } catch (DocumentException e) {
            throw unreadable(String.valueOf(e.getMessage()), bytes, expectedKind);
        }
    }

    private static Obj object(Json value, byte[] bytes, String expectedKind) {
        return value.asObj()
                .orElseThrow(() -> unreadable(
                        "json: cannot unmarshal " + value.typeName()
                                + " into Go value of type struct { APIVersion string \"json:\\\"apiVersion,omitempty\\\"\";"
                                + " Kind string \"json:\\\"kind,omitempty\\\"\" }",
                        bytes,
                        expectedKind));
    }

    private static ApiException unreadable(String complaint, byte[] bytes, String expectedKind) {
        return Refusals.badRequest("the object provided is unrecognized (must be of type " + expectedKind
                + "): couldn't get version/kind; json parse error: " + complaint + " (" + summary(bytes) + ")");
    }

    private static String summary(byte[] bytes) {
        if (bytes.length == 0) {
            return "<empty>";
        }
        int shown = Math.min(bytes.length, SHOWN);
        String more = bytes.length > SHOWN ? " ..." : "";
        return bytes[0] == '{'
                ? new String(bytes, 0, shown, StandardCharsets.UTF_8) + more
                : HexFormat.of().formatHex(bytes, 0, shown) + more;
    }
}
