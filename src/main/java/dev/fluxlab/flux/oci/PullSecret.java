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

/** The logins of an image pull secret, by registry and path. */
public record PullSecret(Obj auths) {

    /** The logins of a Secret; none of a Secret of another type, as with Flux. */
    public static PullSecret of(String type, Map<String, String> data) {
        return switch (type) {
            case "kubernetes.io/dockerconfigjson" -> new PullSecret(
                    read(data.getOrDefault(".dockerconfigjson", "{}")).obj("auths"));
            case "kubernetes.io/dockercfg" -> new PullSecret(
                    read(data.getOrDefault(".dockercfg", "{}")).obj());
            default -> new PullSecret(Obj.EMPTY);
        };
    }

    private static Json read(String text) {
        try {
            return JsonText.read(text);
        } catch (DocumentException e) {
            return Obj.EMPTY;
        }
    }

    /** The login for an image: the longest key whose registry is the same and whose path begins the image's. */
    public Optional<OciLogin> loginFor(String image) {
        return auths.keys().stream()
                .sorted(Comparator.<String>reverseOrder())
                .filter(key -> fits(normalised(key), image))
                .findFirst()
                .map(key -> login(auths.obj(key)));
    }

    private static String normalised(String key) {
        return key.replaceFirst("^https?://", "").replaceFirst("/v[12]/?$", "").replaceFirst("/$", "");
    }

    private static boolean fits(String key, String image) {
        return image.equals(key) || image.startsWith(key + "/") || isDockerHub(key) && isDockerHub(image);
    }

    private static boolean isDockerHub(String name) {
        return name.equals("docker.io") || name.startsWith("index.docker.io");
    }

    private static OciLogin login(Obj entry) {
        String auth = entry.text("auth");
        if (auth.isEmpty()) {
            return new OciLogin(entry.text("username"), entry.text("password"));
        }
        String pair = new String(Base64.getDecoder().decode(auth), StandardCharsets.UTF_8);
        int colon = pair.indexOf(':');
        return colon < 0 ? new OciLogin(pair, "") : new OciLogin(pair.substring(0, colon), pair.substring(colon + 1));
    }
}
