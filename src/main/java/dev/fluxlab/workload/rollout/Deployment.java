package dev.fluxlab.workload.rollout;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.time.Duration;
import java.util.Optional;

/** A Deployment as its controller looks at it. */
record Deployment(Obj object) {

    /** kubectl and the API server write this for "no deadline". */
    private static final int NO_DEADLINE = Integer.MAX_VALUE;

    String name() {
        return object.text("metadata", "name");
    }

    String namespace() {
        return object.text("metadata", "namespace");
    }

    int replicas() {
        return Whole.orElse(object, 1, "spec", "replicas");
    }

    boolean isPaused() {
        return object.at("spec", "paused").flatMap(Json::asBoolean).orElse(false);
    }

    boolean isBeingDeleted() {
        return !object.text("metadata", "deletionTimestamp").isEmpty();
    }

    boolean isRecreated() {
        return object.text("spec", "strategy", "type").equals("Recreate");
    }

    Obj template() {
        return object.obj("spec", "template");
    }

    Obj status() {
        return object.obj("status");
    }

    Optional<Duration> deadline() {
        return object.at("spec", "progressDeadlineSeconds")
                .flatMap(Json::asLong)
                .filter(seconds -> seconds != NO_DEADLINE)
                .map(Duration::ofSeconds);
    }

    int historyLimit() {
        return Whole.orElse(object, Integer.MAX_VALUE, "spec", "revisionHistoryLimit");
    }

    int collisions() {
        return Whole.at(object, "status", "collisionCount");
    }

    Bounds bounds() {
        return Bounds.of(this);
    }

    Deployment withStatus(Obj status) {
        return new Deployment(object.with("status", status));
    }
}
