package dev.fluxlab.workload.rollout;

import dev.fluxlab.document.Obj;
import java.util.Set;

/** The annotations by which Deployments and ReplicaSets remember their revisions and sizes. */
final class Revision {

    static final String REVISION = "deployment.kubernetes.io/revision";
    static final String DESIRED = "deployment.kubernetes.io/desired-replicas";
    static final String MOST = "deployment.kubernetes.io/max-replicas";
    private static final String HISTORY = "deployment.kubernetes.io/revision-history";

    private static final Set<String> NOT_COPIED = Set.of(
            "kubectl.kubernetes.io/last-applied-configuration",
            REVISION,
            HISTORY,
            DESIRED,
            MOST,
            "deprecated.deployment.rollback.to");

    private Revision() {}

    static long of(Obj object) {
        String text = object.text("metadata", "annotations", REVISION);
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    /** The set with the Deployment's annotations and, unless it has a higher one, the revision. */
    static ReplicaSet annotate(ReplicaSet set, Deployment deployment, long revision) {
        Obj annotations = set.object().obj("metadata", "annotations");
        for (var entry : deployment.object().texts("metadata", "annotations").entrySet()) {
            if (!NOT_COPIED.contains(entry.getKey())) {
                annotations = annotations.with(entry.getKey(), entry.getValue());
            }
        }
        long before = set.revision();
        if (before < revision) {
            annotations = annotations.with(REVISION, Long.toString(revision));
            if (before > 0) {
                String history = annotations.text(HISTORY);
                annotations = annotations.with(HISTORY, history.isEmpty() ? "" + before : history + "," + before);
            }
        }
        return with(set, annotations);
    }

    /** The set with the sizes that proportional scaling starts from. */
    static ReplicaSet annotateSizes(ReplicaSet set, Deployment deployment) {
        int most = deployment.replicas() + deployment.bounds().surge();
        return set.annotated(DESIRED, Integer.toString(deployment.replicas())).annotated(MOST, Integer.toString(most));
    }

    private static ReplicaSet with(ReplicaSet set, Obj annotations) {
        if (annotations.isEmpty()) {
            return set;
        }
        return new ReplicaSet(set.object().withObj("metadata", metadata -> metadata.with("annotations", annotations)));
    }
}
