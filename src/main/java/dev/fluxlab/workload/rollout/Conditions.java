package dev.fluxlab.workload.rollout;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The conditions of a status, changed as the Deployment controller changes them. */
record Conditions(List<Obj> list) {

    static Conditions of(Json status) {
        return new Conditions(status.items("conditions").stream().map(Json::obj).toList());
    }

    static Obj condition(String type, String status, String reason, String message, Instant now) {
        String time = now.truncatedTo(ChronoUnit.SECONDS).toString();
        return Obj.builder()
                .put("type", type)
                .put("status", status)
                .put("lastUpdateTime", time)
                .put("lastTransitionTime", time)
                .put("reason", reason)
                .put("message", message)
                .build();
    }

    Optional<Obj> get(String type) {
        return list.stream()
                .filter(condition -> condition.text("type").equals(type))
                .findFirst();
    }

    String reason(String type) {
        return get(type).map(condition -> condition.text("reason")).orElse("");
    }

    /** Sets a condition; one with the same status and reason stays as it is, message and times included. */
    Conditions with(Obj condition) {
        Optional<Obj> before = get(condition.text("type"));
        boolean sameStatus = before.filter(other -> other.text("status").equals(condition.text("status")))
                .isPresent();
        boolean sameReason = before.filter(other -> other.text("reason").equals(condition.text("reason")))
                .isPresent();
        if (sameStatus && sameReason) {
            return this;
        }
        Obj kept = sameStatus
                ? condition.with("lastTransitionTime", before.orElseThrow().text("lastTransitionTime"))
                : condition;
        return replaced(kept);
    }

    /** Sets a condition even if only its times are new. */
    Conditions replaced(Obj condition) {
        List<Obj> others = new ArrayList<>(without(condition.text("type")).list);
        others.add(condition);
        return new Conditions(others);
    }

    Conditions without(String type) {
        return new Conditions(list.stream()
                .filter(condition -> !condition.text("type").equals(type))
                .toList());
    }

    Arr toArr() {
        return new Arr(new ArrayList<>(list));
    }
}
