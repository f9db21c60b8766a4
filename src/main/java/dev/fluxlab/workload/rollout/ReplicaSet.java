package dev.fluxlab.workload.rollout;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.util.Comparator;
import java.util.Optional;

/** A ReplicaSet as the Deployment controller looks at it. */
record ReplicaSet(Obj object) {

    /** Oldest first; the name decides between those of one second. */
    static final Comparator<ReplicaSet> BY_AGE = Comparator.comparing(
                    (ReplicaSet set) -> set.object().text("metadata", "creationTimestamp"))
            .thenComparing(ReplicaSet::name);

    String name() {
        return object.text("metadata", "name");
    }

    int replicas() {
        return Whole.at(object, "spec", "replicas");
    }

    int observed() {
        return Whole.at(object, "status", "replicas");
    }

    int ready() {
        return Whole.at(object, "status", "readyReplicas");
    }

    int available() {
        return Whole.at(object, "status", "availableReplicas");
    }

    Optional<Integer> terminating() {
        return object.at("status", "terminatingReplicas")
                .map(count -> Whole.at(object, "status", "terminatingReplicas"));
    }

    boolean isActive() {
        return replicas() > 0;
    }

    long revision() {
        return Revision.of(object);
    }

    Optional<Integer> annotated(String annotation) {
        String text = object.text("metadata", "annotations", annotation);
        return text.matches("\\d{1,9}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    ReplicaSet scaledTo(int size) {
        return new ReplicaSet(object.withObj("spec", spec -> spec.with("replicas", Json.number(size))));
    }

    ReplicaSet annotated(String annotation, String value) {
        return new ReplicaSet(object.withObj(
                "metadata", metadata -> metadata.withObj("annotations", all -> all.with(annotation, value))));
    }
}
