package dev.fluxlab.flux.reconcile;

import dev.fluxlab.document.Obj;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** The data of Secrets, decoded. */
public final class Secrets {

    private final Cluster cluster;

    public Secrets(Cluster cluster) {
        this.cluster = cluster;
    }

    /** @throws ApiFailure when there is none, with the server's words */
    public Map<String, String> read(String namespace, String name) {
        return data(cluster.read(Address.secret(namespace, name)));
    }

    public static Map<String, String> data(Obj secret) {
        Map<String, String> data = new TreeMap<>();
        secret.texts("data")
                .forEach((key, value) ->
                        data.put(key, new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8)));
        return data;
    }
}
