package dev.fluxlab.flux.image;

import dev.fluxlab.document.Obj;
import dev.fluxlab.flux.reconcile.Address;
import dev.fluxlab.flux.reconcile.Cluster;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A Secret's decoded values. */
record SecretData(String path, Obj secret) {

    static Optional<SecretData> find(Cluster cluster, String namespace, String name) {
        return cluster.get(Address.secret(namespace, name))
                .map(secret -> new SecretData(namespace + "/" + name, secret));
    }

    Optional<byte[]> bytes(String key) {
        String value = secret.text("data", key);
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(Base64.getDecoder().decode(value));
    }

    Optional<String> text(String key) {
        return bytes(key).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** Every value as text. */
    Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        for (String key : secret.obj("data").keys()) {
            text(key).ifPresent(value -> texts.put(key, value));
        }
        return texts;
    }

    /** The value under the first key that is there; older keys are still understood. */
    Optional<byte[]> bytes(String key, String olderKey) {
        return bytes(key).or(() -> bytes(olderKey));
    }
}
