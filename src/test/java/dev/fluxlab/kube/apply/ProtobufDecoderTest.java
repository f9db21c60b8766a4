package dev.fluxlab.kube.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fluxlab.document.JsonText;
import dev.fluxlab.kube.type.BuiltInSchemas;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProtobufDecoderTest {

    private static final byte[] LEASE = envelope(
            "coordination.k8s.io/v1", "Lease", field(1, field(1, "l")), field(2, field(1, "me"), number(2, 15)));

    private final ProtobufDecoder decoder = new ProtobufDecoder(new BuiltInSchemas());

    @Test
    void an_envelope_says_its_kind_and_its_fields() {
        assertThat(decoder.decode(LEASE))
                .isEqualTo(
                        JsonText.read(
                                "{\"kind\":\"Lease\",\"apiVersion\":\"coordination.k8s.io/v1\","
                                        + "\"metadata\":{\"name\":\"l\"},\"spec\":{\"holderIdentity\":\"me\",\"leaseDurationSeconds\":15}}"));
    }

    @Test
    void options_are_known_in_every_group() {
        assertThat(decoder.decode(envelope("apps/v1", "DeleteOptions", field(4, "Background")))
                        .text("propagationPolicy"))
                .isEqualTo("Background");
    }

    @Test
    void entries_of_a_map_gather() {
        byte[] entry = join(field(1, "a"), field(2, "1"));
        byte[] other = join(field(1, "b"), field(2, "2"));

        assertThat(decoder.decode(envelope("v1", "ConfigMap", field(2, entry), field(2, other)))
                        .obj("data"))
                .isEqualTo(JsonText.read("{\"a\":\"1\",\"b\":\"2\"}"));
    }

    @Test
    void fields_of_a_later_version_are_passed_over() {
        assertThat(decoder.decode(envelope("v1", "ConfigMap", number(99, 1), field(98, "x")))
                        .keys())
                .containsExactly("kind", "apiVersion");
    }

    @Test
    void what_is_no_envelope_is_refused() {
        refuses("{}".getBytes(StandardCharsets.UTF_8), "expected prefix");
        refuses(Arrays.copyOf(LEASE, LEASE.length - 3), "unexpected EOF");
        refuses(envelope("nope/v1", "Nope"), "no kind \"Nope\" is registered for version \"nope/v1\"");
        refuses(envelope("v1", "ConfigMap", number(2, 7)), "wrong wireType");
    }

    private void refuses(byte[] bytes, String message) {
        assertThatExceptionOfType(ProtobufException.class)
                .isThrownBy(() -> decoder.decode(bytes))
                .withMessageContaining(message);
    }

    private static byte[] envelope(String apiVersion, String kind, byte[]... fields) {
        return join(
                new byte[] {'k', '8', 's', 0}, field(1, field(1, apiVersion), field(2, kind)), field(2, join(fields)));
    }

    private static byte[] field(int number, String text) {
        return field(number, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] field(int number, byte[]... content) {
        byte[] all = join(content);
        return join(varint(number << 3 | 2), varint(all.length), all);
    }

    private static byte[] number(int number, int value) {
        return join(varint(number << 3), varint(value));
    }

    private static byte[] varint(int value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int rest = value; ; rest >>>= 7) {
            if (rest < 0x80) {
                out.write(rest);
                return out.toByteArray();
            }
            out.write(rest & 0x7F | 0x80);
        }
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
