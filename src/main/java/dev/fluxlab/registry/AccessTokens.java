package dev.fluxlab.registry;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Passwords that carry what they allow: who holds the key can issue one for a job, and the registry believes it until it
 * expires, without asking back.
 */
public final class AccessTokens {

    /**
     * What a token allows: reading everything, and pushing to one repository and those below it.
     *
     * @param repository that may be pushed to; none when empty
     */
    public record Grant(String holder, String repository, Instant expires) {

        boolean mayPush(String name) {
            return !repository.isEmpty() && (name.equals(repository) || name.startsWith(repository + "/"));
        }
    }

    private static final String PREFIX = "flt_";

    private final SecretKeySpec key;
    private final InstantSource time;

    private AccessTokens(SecretKeySpec key, InstantSource time) {
        this.key = key;
        this.time = time;
    }

    public static AccessTokens keyed(byte[] key, InstantSource time) {
        return new AccessTokens(new SecretKeySpec(key, "HmacSHA256"), time);
    }

    public String issue(Grant grant) {
        Obj claims = Obj.builder()
                .put("holder", grant.holder())
                .put("push", grant.repository())
                .put("expires", grant.expires().getEpochSecond())
                .build();
        String payload = encode(JsonText.bytes(claims));
        return PREFIX + payload + "." + encode(seal(payload));
    }

    /** What the token allows; nothing when it was not issued with this key or has expired. */
    public Optional<Grant> check(String token) {
        int dot = token.indexOf('.');
        if (!token.startsWith(PREFIX) || dot < 0) {
            return Optional.empty();
        }
        String payload = token.substring(PREFIX.length(), dot);
        String expected = encode(seal(payload));
        if (!MessageDigest.isEqual(bytes(expected), bytes(token.substring(dot + 1)))) {
            return Optional.empty();
        }
        return Optional.of(read(payload)).filter(grant -> grant.expires().isAfter(time.instant()));
    }

    private static Grant read(String payload) {
        Json claims = JsonText.read(Base64.getUrlDecoder().decode(payload));
        long expires = claims.at("expires").flatMap(Json::asLong).orElse(0L);
        return new Grant(claims.text("holder"), claims.text("push"), Instant.ofEpochSecond(expires));
    }

    private byte[] seal(String payload) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return mac.doFinal(bytes(payload));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC with SHA-256", e);
        }
    }

    private static String encode(byte[] content) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(content);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
