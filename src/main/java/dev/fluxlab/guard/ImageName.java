package dev.fluxlab.guard;

import java.util.Set;

/** An image reference in its parts; a colon before the last slash is a port. */
record ImageName(String repository, String tag, String digest) {

    private static final Set<String> MUTABLE = Set.of(
            "latest",
            "stable",
            "current",
            "main",
            "master",
            "production",
            "prod",
            "staging",
            "develop",
            "development",
            "dev");

    static ImageName of(String image) {
        int at = image.indexOf('@');
        String digest = at < 0 ? "" : image.substring(at + 1);
        String rest = at < 0 ? image : image.substring(0, at);
        int colon = rest.indexOf(':', rest.lastIndexOf('/') + 1);
        return colon < 0
                ? new ImageName(rest, "", digest)
                : new ImageName(rest.substring(0, colon), rest.substring(colon + 1), digest);
    }

    boolean isFixed() {
        return !digest.isEmpty() || !tag.isEmpty() && !MUTABLE.contains(tag);
    }
}
