package dev.fluxlab.kube.type;

import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** What a secret must hold for its type. */
final class SecretChecks {

    private static final long LARGEST = 1024 * 1024;

    private SecretChecks() {}

    static void check(Obj secret, Findings at) {
        long size = 0;
        for (var entry : secret.obj("data").members().entrySet()) {
            at.in("data").key(entry.getKey()).invalid(entry.getKey(), Formats.configKey(entry.getKey()));
            size += decoded(entry.getValue()).length;
        }
        if (size > LARGEST) {
            at.in("data").tooLong(LARGEST);
        }
        checkType(secret, at);
    }

    private static void checkType(Obj secret, Findings at) {
        Obj data = secret.obj("data");
        switch (secret.text("type")) {
            case "kubernetes.io/service-account-token" -> checkAccount(secret, at);
            case "kubernetes.io/dockercfg" -> checkJson(data, ".dockercfg", at);
            case "kubernetes.io/dockerconfigjson" -> checkJson(data, ".dockerconfigjson", at);
            case "kubernetes.io/basic-auth" -> checkLogin(data, at);
            case "kubernetes.io/ssh-auth" -> require(data, List.of("ssh-privatekey"), at);
            case "kubernetes.io/tls" -> require(data, List.of("tls.crt", "tls.key"), at);
            default -> {}
        }
    }

    private static void checkAccount(Obj secret, Findings at) {
        String annotation = "kubernetes.io/service-account.name";
        if (secret.texts("metadata", "annotations").getOrDefault(annotation, "").isEmpty()) {
            at.in("metadata", "annotations").key(annotation).required("");
        }
    }

    private static void checkLogin(Obj data, Findings at) {
        if (!data.has("username") && !data.has("password")) {
            at.in("data").key("username").required("");
            at.in("data").key("password").required("");
        }
    }

    private static void require(Obj data, List<String> keys, Findings at) {
        keys.stream()
                .filter(key -> !data.has(key))
                .forEach(key -> at.in("data").key(key).required(""));
    }

    private static void checkJson(Obj data, String key, Findings at) {
        Findings here = at.in("data").key(key);
        if (!data.has(key)) {
            here.required("");
            return;
        }
        byte[] content = decoded(data.get(key).orElseThrow());
        try {
            JsonText.read(content);
        } catch (DocumentException e) {
            here.invalid("<secret contents redacted>", GoJsonErrors.of(new String(content, StandardCharsets.UTF_8)));
        }
    }

    private static byte[] decoded(Json value) {
        try {
            return Base64.getDecoder().decode(value.asText().orElse(""));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
