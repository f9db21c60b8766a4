package dev.fluxlab.flux.notification;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures of bodies by a shared token: {@code sha256=…}. */
final class Hmac {

    private static final Map<String, String> ALGORITHMS =
            Map.of("sha1", "HmacSHA1", "sha256", "HmacSHA256", "sha512", "HmacSHA512");

    private Hmac() {}

    static String sign(String algorithm, String token, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHMS.getOrDefault(algorithm, ""));
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), mac.getAlgorithm()));
            return algorithm + "=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no signature by '" + algorithm + "'; use sha1, sha256 or sha512", e);
        }
    }

    /** Whether the signature, in lower-case hex behind its algorithm, is that of the body. */
    static boolean verifies(String signature, String token, byte[] body) {
        int equals = signature.indexOf('=');
        if (equals < 0 || !ALGORITHMS.containsKey(signature.substring(0, equals))) {
            return false;
        }
        byte[] expected = sign(signature.substring(0, equals), token, body).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
    }
}
