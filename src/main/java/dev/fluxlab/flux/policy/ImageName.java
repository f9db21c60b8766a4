package dev.fluxlab.flux.policy;

import com.google.re2j.Pattern;
import java.util.List;

/** The registry and repository of an image written without scheme, tag or digest. */
public record ImageName(String registry, String repository) {

    private static final String DOCKER_HUB = "index.docker.io";
    private static final Pattern REPOSITORY = Pattern.compile("[abcdefghijklmnopqrstuvwxyz0123456789_\\-./]{2,255}");
    private static final Pattern REGISTRY = Pattern.compile("[A-Za-z0-9._-]+(:[0-9]+)?|\\[[0-9a-fA-F:]+\\](:[0-9]+)?");
    private static final Pattern DIGEST = Pattern.compile("sha(256|384|512):[0-9a-f]{64,128}");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_\\-.]{1,127}");
    private static final Pattern PRIVATE_HOST = Pattern.compile("localhost|.*\\.localhost|127\\..*|::1|\\[::1\\]"
            + "|10\\.[0-9.]+|192\\.168\\.[0-9.]+|172\\.(1[6-9]|2[0-9]|3[01])\\.[0-9.]+");

    /**
     * Reads {@code spec.image} of an ImageRepository.
     *
     * @throws IllegalArgumentException with the message the object shows
     */
    public static ImageName parse(String image) {
        int scheme = image.indexOf("://");
        if (scheme >= 0) {
            throw new IllegalArgumentException("image '" + image + "' should not include URL scheme; remove '"
                    + image.substring(0, scheme + 3) + "'");
        }
        String name = nameOf(image);
        ImageName parsed = split(name, image);
        if (name.length() < image.length()) {
            String suffix = image.substring(Math.max(image.lastIndexOf(':'), 0));
            throw new IllegalArgumentException(
                    "image '" + image + "' should not include a tag; remove '" + suffix + "'");
        }
        return parsed;
    }

    private static String nameOf(String image) {
        int at = image.indexOf('@');
        if (at >= 0) {
            if (!DIGEST.matches(image.substring(at + 1))) {
                throw unreadable(image);
            }
            return withoutTag(image.substring(0, at));
        }
        String name = withoutTag(image);
        if (name.length() < image.length() && !TAG.matches(image.substring(name.length() + 1))) {
            throw unreadable(image);
        }
        return name;
    }

    private static String withoutTag(String image) {
        int colon = image.lastIndexOf(':');
        return colon > image.lastIndexOf('/') ? image.substring(0, colon) : image;
    }

    private static ImageName split(String name, String image) {
        int slash = name.indexOf('/');
        String first = slash < 0 ? "" : name.substring(0, slash);
        boolean hasRegistry = first.contains(".") || first.contains(":");
        String registry = hasRegistry ? first : DOCKER_HUB;
        registry = registry.equals("docker.io") ? DOCKER_HUB : registry;
        String repository = hasRegistry ? name.substring(slash + 1) : name;
        if (!REPOSITORY.matches(repository) || !REGISTRY.matches(registry)) {
            throw unreadable(image);
        }
        boolean official = registry.equals(DOCKER_HUB) && !repository.contains("/");
        return new ImageName(registry, official ? "library/" + repository : repository);
    }

    private static IllegalArgumentException unreadable(String image) {
        return new IllegalArgumentException("could not parse reference: " + image);
    }

    /** The full name that the status shows. */
    public String canonical() {
        return registry + "/" + repository;
    }

    /** The schemes to try in their order: plain HTTP only where it was allowed or the host is near. */
    public List<String> schemes(boolean insecure) {
        String host = registry.startsWith("[") || registry.indexOf(':') < 0
                ? registry
                : registry.substring(0, registry.indexOf(':'));
        return insecure || PRIVATE_HOST.matches(host) ? List.of("https", "http") : List.of("https");
    }
}
