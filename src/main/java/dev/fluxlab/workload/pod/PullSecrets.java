package dev.fluxlab.workload.pod;

import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import dev.fluxlab.workload.frame.Address;
import dev.fluxlab.workload.frame.Cluster;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The credentials a pod has for a registry: its own pull secrets, then those of its service account. */
final class PullSecrets {

    private final Cluster cluster;

    PullSecrets(Cluster cluster) {
        this.cluster = cluster;
    }

    Optional<Login> login(Obj pod, String host) {
        String namespace = pod.text("metadata", "namespace");
        return names(pod, namespace)
                .flatMap(name -> cluster.get(new Address("v1", "secrets", namespace, name)).stream())
                .flatMap(secret -> in(secret, host).stream())
                .findFirst();
    }

    private Stream<String> names(Obj pod, String namespace) {
        List<Json> own = pod.items("spec", "imagePullSecrets");
        List<Json> secrets = own.isEmpty() ? ofAccount(pod, namespace) : own;
        return secrets.stream().map(secret -> secret.text("name"));
    }

    // the API server's admission copies them into the pod; a server without that admission leaves it to the kubelet
    private List<Json> ofAccount(Obj pod, String namespace) {
        String named = pod.text("spec", "serviceAccountName");
        String account = named.isEmpty() ? "default" : named;
        return cluster.get(new Address("v1", "serviceaccounts", namespace, account))
                .map(found -> found.items("imagePullSecrets"))
                .orElse(List.of());
    }

    static Optional<Login> in(Obj secret, String host) {
        try {
            String encoded = secret.text("data", ".dockerconfigjson");
            byte[] configuration = Base64.getDecoder().decode(encoded.getBytes(StandardCharsets.UTF_8));
            return JsonText.read(configuration).obj("auths").members().entrySet().stream()
                    .filter(entry -> host(entry.getKey()).equals(host))
                    .map(Map.Entry::getValue)
                    .flatMap(entry -> entryLogin(entry).stream())
                    .findFirst();
        } catch (IllegalArgumentException | DocumentException e) {
            return Optional.empty(); // as a real kubelet: a secret that cannot be read is as if it were not there
        }
    }

    private static String host(String key) {
        return key.replaceFirst("^https?://", "").replaceFirst("/.*$", "");
    }

    private static Optional<Login> entryLogin(Json entry) {
        if (!entry.text("username").isEmpty()) {
            return Optional.of(new Login(entry.text("username"), entry.text("password")));
        }
        String pair = new String(Base64.getDecoder().decode(entry.text("auth")), StandardCharsets.UTF_8);
        int colon = pair.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : Optional.of(new Login(pair.substring(0, colon), pair.substring(colon + 1)));
    }
}
