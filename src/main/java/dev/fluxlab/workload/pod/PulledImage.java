package dev.fluxlab.workload.pod;

import java.time.Duration;
import java.util.Map;

/** What a pull found: the image's identity, its labels and size, and how long it took. */
record PulledImage(String id, Map<String, String> labels, long size, Duration took) {

    PulledImage {
        labels = Map.copyOf(labels);
    }

    PulledImage in(Duration time) {
        return new PulledImage(id, labels, size, time);
    }
}
