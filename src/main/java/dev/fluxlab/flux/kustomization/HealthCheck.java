package dev.fluxlab.flux.kustomization;

import dev.fluxlab.document.Obj;
import dev.fluxlab.flux.reconcile.ApiFailure;
import dev.fluxlab.flux.reconcile.Cluster;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks at a set of objects. */
final class HealthCheck {

    private final Cluster cluster;
    private final Addresses addresses;
    private final Instant now;

    HealthCheck(Cluster cluster, Addresses addresses, Instant now) {
        this.cluster = cluster;
        this.addresses = addresses;
        this.now = now;
    }

    /** What was seen of each object that is not current. */
    record Seen(Map<Target, Health> notCurrent) {

        boolean isHealthy() {
            return notCurrent.isEmpty();
        }

        boolean hasFailed() {
            return notCurrent.containsValue(Health.FAILED);
        }

        /** The objects that are wanting, as the messages list them; after a failure only those that failed. */
        String listed(boolean failedOnly) {
            return notCurrent.entrySet().stream()
                    .filter(entry -> !failedOnly || entry.getValue() == Health.FAILED)
                    .map(entry -> entry.getKey() + " status: '" + entry.getValue() + "'")
                    .collect(Collectors.joining(", ", "[", "]"));
        }
    }

    Seen look(List<Target> targets) {
        Map<Target, Health> notCurrent = new LinkedHashMap<>();
        for (Target target : targets) {
            Health health = health(target);
            if (health != Health.CURRENT) {
                notCurrent.put(target, health);
            }
        }
        return new Seen(notCurrent);
    }

    private Health health(Target target) {
        try {
            Optional<Obj> live = addresses.locate(target).flatMap(cluster::get);
            return live.map(new HealthRules(now)::of).orElse(Health.NOT_FOUND);
        } catch (ApiFailure e) {
            return Health.IN_PROGRESS;
        }
    }
}
