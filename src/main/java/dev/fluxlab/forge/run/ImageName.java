package dev.fluxlab.forge.run;

import dev.fluxlab.registry.RegistryClient;
import java.net.URI;
import java.util.Optional;

/**
 * The name of an image as commands take it: registry, repository, and a tag or digest.
 *
 * @param reference tag or digest; latest when none was written
 */
record ImageName(String registry, String repository, String reference) {

    static ImageName parse(String name) {
        int slash = name.indexOf('/');
        String registry = slash < 0 ? "" : name.substring(0, slash);
        String rest = name.substring(slash + 1);
        int at = rest.indexOf('@');
        int colon = rest.indexOf(':');
        if (slash < 0 || rest.isEmpty() || !registry.matches("localhost|.*[.:].*")) {
            throw new IllegalArgumentException(
                    "could not parse reference: \"" + name + "\" is no REGISTRY/REPOSITORY[:TAG|@DIGEST]");
        }
        if (at >= 0) {
            return new ImageName(
                    registry, rest.substring(0, colon < at && colon > 0 ? colon : at), rest.substring(at + 1));
        }
        return colon < 0
                ? new ImageName(registry, rest, "latest")
                : new ImageName(registry, rest.substring(0, colon), rest.substring(colon + 1));
    }

    RegistryClient client(JobState job) {
        return client(job, registry);
    }

    /** A registry on this machine is asked in plain HTTP, every other one with TLS, as clients do. */
    static RegistryClient client(JobState job, String registry) {
        boolean near = registry.matches("(localhost|127\\..*|.*\\.localhost)(:\\d+)?");
        URI address = URI.create((near ? "http://" : "https://") + registry);
        return RegistryClient.of(address, Optional.ofNullable(job.logins().get(registry)));
    }

    @Override
    public String toString() {
        return registry + "/" + repository + (reference.contains(":") ? "@" : ":") + reference;
    }
}
