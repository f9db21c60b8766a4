package dev.fluxlab.kube.auth;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.store.Key;
import dev.fluxlab.kube.store.Store;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Bearer tokens: static ones, and signed ones (JWT, RS256) that prove a service account for a while. */
public final class Tokens {

    /** The issuer of the tokens, and the audience that the API server itself is. */
    public static final String AUDIENCE = "https://kubernetes.default";

    private static final String CLAIMS = "kubernetes.io";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER =
            ENCODER.encodeToString("{\"alg\":\"RS256\",\"kid\":\"fluxlab\"}".getBytes(StandardCharsets.UTF_8));

    private final Supplier<KeyPair> keys;
    private final Map<String, Caller> fixed;
    private final Store store;
    private final InstantSource clock;

    private Tokens(Supplier<KeyPair> keys, Map<String, Caller> fixed, Store store, InstantSource clock) {
        this.keys = keys;
        this.fixed = Map.copyOf(fixed);
        this.store = store;
        this.clock = clock;
    }

    /** Tokens signed by an authority, and fixed ones with the users they stand for. */
    public static Tokens of(Pki pki, Map<String, Caller> fixed, Store store, InstantSource clock) {
        return new Tokens(once(pki::signingKeys), fixed, store, clock);
    }

    /** RSA keys take a noticeable part of a start to make, and many worlds never sign a token. */
    private static Supplier<KeyPair> once(Supplier<KeyPair> source) {
        return new Supplier<>() {
            private Optional<KeyPair> made = Optional.empty();

            @Override
            public synchronized KeyPair get() {
                if (made.isEmpty()) {
                    made = Optional.of(source.get());
                }
                return made.orElseThrow();
            }
        };
    }

    /** What a token is to say. */
    public record Request(Key account, String uid, List<String> audiences, Duration life, Obj boundTo) {}

    public String issue(Request request) {
        Instant now = clock.instant();
        Obj account = Obj.builder()
                .put("name", request.account().name())
                .put("uid", request.uid())
                .build();
        Obj claims = Obj.builder()
                .put("namespace", request.account().namespace())
                .put("serviceaccount", account)
                .putAll(request.boundTo())
                .build();
        Obj payload = Obj.builder()
                .put("aud", Arr.ofTexts(request.audiences()))
                .put("exp", now.plus(request.life()).getEpochSecond())
                .put("iat", now.getEpochSecond())
                .put("iss", AUDIENCE)
                .put("jti", UUID.randomUUID().toString())
                .put(CLAIMS, claims)
                .put("nbf", now.getEpochSecond())
                .put(
                        "sub",
                        Caller.accountName(
                                request.account().namespace(), request.account().name()))
                .build();
        String signed = HEADER + "." + ENCODER.encodeToString(JsonText.bytes(payload));
        return signed + "." + ENCODER.encodeToString(sign(signed));
    }

    private byte[] sign(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.get().getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new PkiException("cannot sign a token", e);
        }
    }

    /** The user a token proves to one of the audiences (none: the API server itself); empty when it proves nothing. */
    public Optional<Caller> caller(String token, List<String> audiences) {
        Caller known = fixed.get(token);
        if (known != null) {
            return Optional.of(known.authenticated());
        }
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
            if (!isSigned(parts[0] + "." + parts[1], signature)) {
                return Optional.empty();
            }
            Json payload = JsonText.read(Base64.getUrlDecoder().decode(parts[1]));
            return Optional.of(payload)
                    .filter(claims -> isCurrent(claims, audiences.isEmpty() ? List.of(AUDIENCE) : audiences))
                    .flatMap(this::account);
        } catch (IllegalArgumentException | DocumentException e) {
            return Optional.empty(); // not base64, not JSON: no token of this world
        }
    }

    private boolean isSigned(String text, byte[] signed) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(keys.get().getPublic());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private boolean isCurrent(Json payload, List<String> audiences) {
        long now = clock.instant().getEpochSecond();
        long end = payload.at("exp").flatMap(Json::asLong).orElse(0L);
        boolean meant = payload.items("aud").stream()
                .flatMap(item -> item.asText().stream())
                .anyMatch(audiences::contains);
        return now < end && meant;
    }

    /** The account must still be the one that the token was made for. */
    private Optional<Caller> account(Json payload) {
        String namespace = payload.text(CLAIMS, "namespace");
        String name = payload.text(CLAIMS, "serviceaccount", "name");
        String uid = payload.text(CLAIMS, "serviceaccount", "uid");
        Map<String, List<String>> extra = new LinkedHashMap<>();
        extra.put(Caller.CREDENTIAL, List.of("JTI=" + payload.text("jti")));
        if (!payload.text(CLAIMS, "pod", "name").isEmpty()) {
            extra.put("authentication.kubernetes.io/pod-name", List.of(payload.text(CLAIMS, "pod", "name")));
            extra.put("authentication.kubernetes.io/pod-uid", List.of(payload.text(CLAIMS, "pod", "uid")));
        }
        return store.now()
                .get(new Key("serviceaccounts", namespace, name))
                .filter(account -> account.object().text("metadata", "uid").equals(uid))
                .map(account ->
                        new Caller(Caller.accountName(namespace, name), uid, Caller.accountGroups(namespace), extra));
    }
}
