package dev.fluxlab.flux.source;

import dev.fluxlab.flux.policy.ImageName;

/** Where an OCIRepository's artifacts are: {@code oci://host/org/repo}. */
record OciUrl(String repository, ImageName image) {

    static final String SCHEME = "oci://";

    static OciUrl parse(String url) throws SourceFailure {
        String rest = url.substring(SCHEME.length());
        int slash = rest.indexOf('/');
        if (slash <= 0 || slash == rest.length() - 1) {
            throw invalid(url, "URL must be in format 'oci://<domain>/<org>/<repo>'");
        }
        String path = rest.substring(slash + 1);
        int at = Math.max(path.indexOf('@'), path.lastIndexOf(':'));
        if (at >= 0) {
            throw invalid(url, "URL must not contain a tag; remove '" + path.substring(at) + "'");
        }
        try {
            return new OciUrl(rest, ImageName.parse(rest));
        } catch (IllegalArgumentException e) {
            throw invalid(url, String.valueOf(e.getMessage()));
        }
    }

    private static SourceFailure invalid(String url, String why) {
        return SourceFailure.stalling("URLInvalid", "URL validation failed for '" + url + "': " + why);
    }
}
