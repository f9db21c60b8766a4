package dev.fluxlab.workload.rollout;

import dev.fluxlab.document.Json;
import java.util.Optional;

/** How many pods a rollout may have above, and may miss below, what is desired. */
record Bounds(int surge, int unavailable) {

    static Bounds of(Deployment deployment) {
        if (deployment.isRecreated()) {
            return new Bounds(0, 0);
        }
        int desired = deployment.replicas();
        Json rolling = deployment.object().obj("spec", "strategy", "rollingUpdate");
        int surge = scaled(rolling.at("maxSurge"), desired, true);
        int unavailable = scaled(rolling.at("maxUnavailable"), desired, false);
        // both can be rounded to nothing, and then the rollout could never begin
        if (surge == 0 && unavailable == 0) {
            unavailable = 1;
        }
        return new Bounds(surge, Math.min(unavailable, desired));
    }

    private static int scaled(Optional<Json> bound, int desired, boolean up) {
        String text = bound.flatMap(Json::asText).orElse("");
        if (!text.endsWith("%")) {
            return bound.flatMap(Json::asLong).map(Long::intValue).orElse(0);
        }
        double exact = Integer.parseInt(text.substring(0, text.length() - 1)) * desired / 100.0;
        return (int) (up ? Math.ceil(exact) : Math.floor(exact));
    }
}
