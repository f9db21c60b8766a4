package dev.fluxlab.registry;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The name of content by what it is: {@code sha256:} and 64 hexadecimal digits. */
public record Digest(String value) {

    private static final Pattern FORM = Pattern.compile("sha256:[a-f0-9]{64}");

    public Digest {
        if (!isDigest(value)) {
            throw new OciException(
                    OciError.DIGEST_INVALID, "\"" + value + "\" is no sha256 digest (sha256: and 64 hex digits)");
        }
    }

    public static boolean isDigest(String text) {
        return FORM.matcher(text).matches();
    }

    public static Digest of(byte[] content) {
        return ofHash(sha256().digest(content));
    }

    static Digest ofHash(byte[] hash) {
        return new Digest("sha256:" + HexFormat.of().formatHex(hash));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The digits alone. */
    public String hex() {
        return value.substring("sha256:".length());
    }

    @Override
    public String toString() {
        return value;
    }
}
