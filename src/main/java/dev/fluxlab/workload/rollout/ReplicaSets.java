package dev.fluxlab.workload.rollout;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.workload.frame.Address;
import dev.fluxlab.workload.frame.ApiFailure;
import dev.fluxlab.workload.frame.Cluster;
import dev.fluxlab.workload.frame.EventRecorder;
import dev.fluxlab.workload.frame.Happening;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ReplicaSets of one Deployment on the API server. */
final class ReplicaSets {

    private final Cluster cluster;
    private final EventRecorder events;
    private final Deployment deployment;
    private final Address collection;

    ReplicaSets(Cluster cluster, EventRecorder events, Deployment deployment) {
        this.cluster = cluster;
        this.events = events;
        this.deployment = deployment;
        this.collection = Address.replicaSet(deployment.namespace(), "");
    }

    /** Those that belong to the Deployment; an orphan that its selector fits is taken in. */
    Family family() {
        Map<String, String> labels = deployment.object().texts("spec", "selector", "matchLabels");
        List<ReplicaSet> mine = cluster.list(collection, Cluster.selector(labels)).stream()
                .filter(set -> isMine(set) || isOrphan(set))
                .map(this::named)
                .map(set -> isMine(set) ? set : adopt(set))
                .map(ReplicaSet::new)
                .toList();
        return Family.of(deployment, mine);
    }

    /** The items of a list do not say what they are, and events need it. */
    private Obj named(Obj set) {
        return set.with("apiVersion", "apps/v1").with("kind", "ReplicaSet");
    }

    private boolean isMine(Obj set) {
        return Owner.of(set).filter(uid -> uid.equals(uid())).isPresent();
    }

    private static boolean isOrphan(Obj set) {
        return Owner.of(set).isEmpty()
                && set.text("metadata", "deletionTimestamp").isEmpty();
    }

    private String uid() {
        return deployment.object().text("metadata", "uid");
    }

    private Obj adopt(Obj set) {
        Obj owned = set.withObj("metadata", metadata -> metadata.with("ownerReferences", owners()));
        return cluster.replace(collection.of(set), owned);
    }

    private Arr owners() {
        return Owner.references("apps/v1", "Deployment", deployment.object());
    }

    /** A set for the present template. Empty when its name is taken by another template. */
    Optional<ReplicaSet> create(int size, long revision) {
        String hash = PodTemplate.hash(deployment.template(), deployment.collisions());
        ReplicaSet wanted = Revision.annotateSizes(
                Revision.annotate(new ReplicaSet(object(hash, size)), deployment, revision), deployment);
        try {
            ReplicaSet created = new ReplicaSet(cluster.create(collection, wanted.object()));
            if (size > 0) {
                scaled(created, 0, size);
            }
            return Optional.of(created);
        } catch (ApiFailure e) {
            if (e.isConflict()) {
                return existing(wanted.name());
            }
            throw e;
        }
    }

    private Optional<ReplicaSet> existing(String name) {
        return cluster.get(collection.named(name))
                .filter(this::isMine)
                .filter(set -> PodTemplate.same(set.obj("spec", "template"), deployment.template()))
                .map(ReplicaSet::new);
    }

    private Obj object(String hash, int size) {
        Obj template = deployment.template();
        Obj labels = template.obj("metadata", "labels").with(PodTemplate.HASH_LABEL, hash);
        Obj selector = deployment.object().obj("spec", "selector");
        Obj.Builder spec = Obj.builder().put("replicas", size);
        deployment.object().at("spec", "minReadySeconds").ifPresent(seconds -> spec.put("minReadySeconds", seconds));
        spec.put("selector", selector.withObj("matchLabels", all -> all.with(PodTemplate.HASH_LABEL, hash)))
                .put("template", template.withObj("metadata", metadata -> metadata.with("labels", labels)));
        Obj metadata = Obj.of("name", deployment.name() + "-" + hash)
                .with("namespace", deployment.namespace())
                .with("labels", labels)
                .with("ownerReferences", owners());
        return Obj.builder()
                .put("apiVersion", "apps/v1")
                .put("kind", "ReplicaSet")
                .put("metadata", metadata)
                .put("spec", spec.build())
                .build();
    }

    /** Writes a set whose annotations or readiness may have changed; one that has not is left alone. */
    ReplicaSet update(ReplicaSet before, ReplicaSet after) {
        if (before.equals(after)) {
            return before;
        }
        return new ReplicaSet(cluster.replace(collection.of(after.object()), after.object()));
    }

    void scale(Scale scale) {
        ReplicaSet after = Revision.annotateSizes(scale.set().scaledTo(scale.size()), deployment);
        update(scale.set(), after);
        if (scale.changes()) {
            scaled(scale.set(), scale.set().replicas(), scale.size());
        }
    }

    private void scaled(ReplicaSet set, int from, int to) {
        String direction = to > from ? "up" : "down";
        events.record(Happening.normal(
                deployment.object(),
                "ScalingReplicaSet",
                "Scaled " + direction + " replica set " + set.name() + " from " + from + " to " + to));
    }

    void delete(ReplicaSet set) {
        Obj uid = Obj.of("uid", set.object().text("metadata", "uid"));
        cluster.delete(collection.of(set.object()), Obj.of("preconditions", uid));
    }

    /** Whether pods of the old template are still there, stopping ones included. */
    boolean hasOldPods(Family family) {
        Address pods = Address.pod(deployment.namespace(), "");
        return family.old().stream()
                .flatMap(set ->
                        cluster
                                .list(pods, Cluster.selector(set.object().texts("spec", "selector", "matchLabels")))
                                .stream())
                .anyMatch(pod -> !List.of("Failed", "Succeeded").contains(pod.text("status", "phase")));
    }

    static Json collided(Deployment deployment) {
        return Json.number(deployment.collisions() + 1L);
    }
}
