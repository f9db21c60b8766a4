package dev.fluxlab.flux.oci;

import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The logins of a pull secret, found by registry and repository as the kubelet finds them. */
public final class DockerLogins {

    private final Map<String, Login> byRegistry = new TreeMap<>(Comparator.reverseOrder());

    private DockerLogins() {}

    /** Those of a Secret; one of any other type than the two for pull secrets has none. */
    public static DockerLogins ofSecret(Json secret) {
        DockerLogins logins = new DockerLogins();
        switch (secret.text("type")) {
            case "kubernetes.io/dockerconfigjson" -> logins.addAll(
                    decoded(secret, ".dockerconfigjson").obj("auths"));
            case "kubernetes.io/dockercfg" -> logins.addAll(
                    decoded(secret, ".dockercfg").obj());
            default -> {}
        }
        return logins;
    }

    private static Json decoded(Json secret, String key) {
        try {
            byte[] text = Base64.getDecoder().decode(secret.text("data", key));
            return JsonText.read(text);
        } catch (IllegalArgumentException | DocumentException e) {
            return Obj.EMPTY;
        }
    }

    private void addAll(Obj entries) {
        entries.members()
                .forEach((registry, entry) -> login(entry).ifPresent(login -> byRegistry.put(normal(registry), login)));
    }

    private static Optional<Login> login(Json entry) {
        String auth = entry.text("auth");
        if (auth.isEmpty()) {
            return entry.text("username").isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Login(entry.text("username"), entry.text("password")));
        }
        try {
            String plain = new String(Base64.getDecoder().decode(auth), StandardCharsets.UTF_8);
            int colon = plain.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new Login(plain.substring(0, colon), plain.substring(colon + 1)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static String normal(String registry) {
        return registry.replaceFirst("^https?://", "")
                .replaceFirst("/v[12]/?$", "")
                .replaceFirst("/$", "");
    }

    /** The first login that fits, the longest name first. */
    public Optional<Login> find(String registry, String repository) {
        String image = registry + "/" + repository;
        return byRegistry.entrySet().stream()
                .filter(entry -> fits(entry.getKey(), image))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean fits(String key, String image) {
        String[] wanted = key.split("/", 2);
        String[] asked = image.split("/", 2);
        String path = wanted.length > 1 ? wanted[1] : "";
        return hostFits(wanted[0], asked[0]) && asked[1].startsWith(path);
    }

    private static boolean hostFits(String pattern, String host) {
        String[] wanted = pattern.split("[.:]");
        String[] asked = host.split("[.:]");
        boolean samePort = port(pattern).equals(port(host));
        boolean fits = samePort && wanted.length == asked.length;
        for (int i = 0; fits && i < wanted.length; i++) {
            fits = asked[i].matches("\\Q" + wanted[i].replace("*", "\\E.*\\Q") + "\\E");
        }
        return fits;
    }

    private static String port(String host) {
        int colon = host.lastIndexOf(':');
        return colon < 0 ? "" : host.substring(colon);
    }
}
