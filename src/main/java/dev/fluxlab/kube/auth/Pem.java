package dev.fluxlab.kube.auth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The text form of keys and certificates (RFC 7468). */
final class Pem {

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private Pem() {}

    static String print(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + LINES.encodeToString(der) + "\n-----END " + label + "-----\n";
    }

    /** The bytes of the first block. */
    static byte[] read(String pem) {
        String body = pem.replaceAll("(?s).*?-----BEGIN [^-]+-----(.*?)-----END .*", "$1");
        return Base64.getMimeDecoder().decode(body);
    }
}
