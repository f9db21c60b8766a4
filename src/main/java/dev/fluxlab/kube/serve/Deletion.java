package dev.fluxlab.kube.serve;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.serve.DeleteOptions.Propagation;
import dev.fluxlab.kube.store.Stored;
import dev.fluxlab.kube.type.GroupResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes an object out of the store, or marks it when someone must finish something first. */
final class Deletion {

    private static final int ATTEMPTS = 50;
    private static final String ORPHAN = "orphan";
    private static final String FOREGROUND = "foregroundDeletion";
    private static final Set<String> UNDYING = Set.of("default", "kube-system", "kube-public");
    static final String DEFINITION_CLEANUP = "customresourcecleanup.apiextensions.k8s.io";

    private final Cluster cluster;

    Deletion(Cluster cluster) {
        this.cluster = cluster;
    }

    /** What is left to show of the object, and whether it is gone. */
    record Outcome(Obj object, boolean gone) {}

    Outcome delete(Write write, DeleteOptions options) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Stored stored = cluster.store().now().get(write.key(write.name())).orElseThrow(write::notFound);
            Obj live = Cluster.read(write.type(), stored);
            checkPreconditions(write, options, live);
            checkMayDie(write);
            Optional<Outcome> outcome = attempt(write, options, stored, live);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        throw Refusals.modified(write.resource(), write.name());
    }

    private static void checkPreconditions(Write write, DeleteOptions options, Obj live) {
        check(write, "UID", options.uid(), Meta.text(live, "uid"));
        check(write, "ResourceVersion", options.resourceVersion(), Meta.text(live, "resourceVersion"));
    }

    private static void check(Write write, String what, String wanted, String found) {
        if (!wanted.isEmpty() && !wanted.equals(found)) {
            // the real server names the kind here where every other conflict names the resource
            GroupResource kind =
                    new GroupResource(write.type().group(), write.type().kind().kind());
            throw Refusals.conflict(
                    kind,
                    write.name(),
                    "the " + what + " in the precondition (" + wanted + ") does not match the " + what + " in record ("
                            + found + "). The object might have been deleted and then recreated");
        }
    }

    private static void checkMayDie(Write write) {
        if (isNamespace(write) && UNDYING.contains(write.name())) {
            throw Refusals.forbidden(write.resource(), write.name(), "this namespace may not be deleted");
        }
    }

    private Optional<Outcome> attempt(Write write, DeleteOptions options, Stored stored, Obj live) {
        Obj marked = marked(write, options, live);
        boolean waits = !isOver(write, marked);
        if (options.dryRun()) {
            return Optional.of(new Outcome(waits ? marked : live, !waits));
        }
        if (!waits) {
            return cluster.store().delete(stored).map(deletion -> new Outcome(live, true));
        }
        if (marked.equals(live)) {
            return Optional.of(new Outcome(live, false));
        }
        return cluster.store()
                .replace(stored, write.type().toStored(Meta.ordered(marked)))
                .map(kept -> new Outcome(Cluster.read(write.type(), kept), false));
    }

    private static boolean isOver(Write write, Obj marked) {
        boolean namespace =
                isNamespace(write) && !marked.items("spec", "finalizers").isEmpty();
        long grace = marked.at("metadata", "deletionGracePeriodSeconds")
                .flatMap(Json::asLong)
                .orElse(0L);
        return Meta.finalizers(marked).isEmpty() && !namespace && grace == 0;
    }

    /** The object with the finalizers and the time that its deletion asks for. */
    private Obj marked(Write write, DeleteOptions options, Obj live) {
        Obj here = Meta.withFinalizers(live, finalizers(write, options, live));
        if (isNamespace(write) || isDefinition(write)) {
            return Meta.isDeleting(live) ? live : markedPlainly(write, here);
        }
        long grace = Grace.of(write.type(), live, options);
        Optional<Long> running =
                live.at("metadata", "deletionGracePeriodSeconds").flatMap(Json::asLong);
        if (Meta.isDeleting(live) && running.orElse(0L) <= grace) {
            return here;
        }
        Obj timed = Meta.with(
                Meta.with(
                        here,
                        "deletionTimestamp",
                        Meta.time(cluster.clock().instant().plusSeconds(grace))),
                "deletionGracePeriodSeconds",
                Json.number(grace));
        return Meta.isDeleting(live) ? timed : withNextGeneration(timed);
    }

    private Obj markedPlainly(Write write, Obj object) {
        Obj marked = Meta.with(object, "deletionTimestamp", cluster.time());
        return marked.withObj(
                "status",
                status -> isNamespace(write)
                        ? status.with("phase", "Terminating")
                        : status.with("conditions", new Arr(status.items("conditions")).plus(pending())));
    }

    private Obj pending() {
        return DefinitionEstablisher.condition(
                "Terminating",
                "InstanceDeletionPending",
                "CustomResourceDefinition marked for deletion; CustomResource deletion will begin soon",
                cluster.time());
    }

    private static Obj withNextGeneration(Obj object) {
        return object.at("metadata", "generation")
                .flatMap(Json::asLong)
                .filter(generation -> generation > 0)
                .map(generation -> Meta.with(object, "generation", Json.number(generation + 1)))
                .orElse(object);
    }

    private static List<String> finalizers(Write write, DeleteOptions options, Obj live) {
        List<String> finalizers = new ArrayList<>(Meta.finalizers(live));
        Propagation policy = options.propagation();
        if (policy != Propagation.UNSET) {
            finalizers.removeAll(List.of(ORPHAN, FOREGROUND));
        }
        if (policy == Propagation.ORPHAN) {
            finalizers.add(ORPHAN);
        } else if (policy == Propagation.FOREGROUND) {
            finalizers.add(FOREGROUND);
        }
        if (isDefinition(write) && !finalizers.contains(DEFINITION_CLEANUP)) {
            finalizers.add(DEFINITION_CLEANUP);
        }
        return finalizers;
    }

    private static boolean isNamespace(Write write) {
        return write.resource().equals(new GroupResource("", "namespaces"));
    }

    private static boolean isDefinition(Write write) {
        return write.resource().equals(new GroupResource("apiextensions.k8s.io", "customresourcedefinitions"));
    }
}
