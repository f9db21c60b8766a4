package dev.fluxlab.flux.policy;

import dev.fluxlab.document.Json;
import java.util.Optional;

/** The image a policy elected: name as written in the repository, tag, and digest when it was asked for. */
public record ElectedImage(String name, String tag, String digest) {

    /** Reads {@code status.latestRef}. */
    public static ElectedImage of(Json ref) {
        return new ElectedImage(ref.text("name"), ref.text("tag"), ref.text("digest"));
    }

    /** The reference as a manifest would carry it. */
    public String reference() {
        return name + ":" + tag + (digest.isEmpty() ? "" : "@" + digest);
    }

    /** What the Ready condition says. */
    public String readyMessage(Optional<ElectedImage> previous) {
        String changed = previous.filter(ref -> !ref.equals(this))
                .map(ref -> " (previously " + ref.reference() + ")")
                .orElse("");
        String pinned = digest.isEmpty() ? "" : " with digest " + digest;
        return "Latest image tag for " + name + " resolved to " + tag + pinned + changed;
    }
}
