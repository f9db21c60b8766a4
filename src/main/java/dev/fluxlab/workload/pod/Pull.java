package dev.fluxlab.workload.pod;

import java.time.Instant;
import java.util.Optional;

/**
 * What the kubelet remembers of pulling a container's image.
 *
 * @param error the runtime's words, or empty
 * @param attempts how often it was tried
 */
record Pull(Optional<PulledImage> image, String error, int attempts, Instant tried) {

    static Pull none() {
        return new Pull(Optional.empty(), "", 0, Instant.EPOCH);
    }

    Pull succeeded(PulledImage pulled, Instant now) {
        return new Pull(Optional.of(pulled), "", attempts + 1, now);
    }

    Pull failed(String why, Instant now) {
        return new Pull(Optional.empty(), why, attempts + 1, now);
    }

    /** As before the last try, but for the count. */
    Pull forgotten() {
        return new Pull(Optional.empty(), "", attempts, tried);
    }

    /** unknown, pulled or refused. */
    String outcome() {
        if (image.isPresent()) {
            return "pulled";
        }
        return error.isEmpty() ? "unknown" : "refused";
    }
}
