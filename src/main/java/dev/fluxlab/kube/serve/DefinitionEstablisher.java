package dev.fluxlab.kube.serve;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.apply.Writer;
import dev.fluxlab.kube.store.Key;
import dev.fluxlab.kube.store.Stored;
import dev.fluxlab.kube.type.ResourceType;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Serves what custom resource definitions declare, and clears away their objects before a definition goes. */
final class DefinitionEstablisher implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(DefinitionEstablisher.class.getName());
    private static final String GROUP = "apiextensions.k8s.io";
    private static final String DEFINITIONS = "customresourcedefinitions." + GROUP;

    private final Cluster cluster;
    private final Mutations mutations;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "definitions");
        thread.setDaemon(true);
        return thread;
    });
    private final AutoCloseable registration;
    private long seen;

    private DefinitionEstablisher(Cluster cluster, Mutations mutations) {
        this.cluster = cluster;
        this.mutations = mutations;
        this.registration = cluster.store().onChange(DEFINITIONS, () -> worker.execute(this::reconcile));
    }

    /** Serves the definitions that are stored, at once, and those to come when they come. */
    static DefinitionEstablisher start(Cluster cluster, Mutations mutations) {
        DefinitionEstablisher establisher = new DefinitionEstablisher(cluster, mutations);
        establisher.seen = cluster.store().now().revision();
        cluster.store().now().list(DEFINITIONS, "").forEach(stored -> establisher.serve(stored.object()));
        establisher.worker.execute(establisher::reconcileAll);
        return establisher;
    }

    private void serve(Obj definition) {
        if (isTrue(definition, "Established")) {
            cluster.types().add(definition);
        }
    }

    private void reconcileAll() {
        cluster.store().now().list(DEFINITIONS, "").forEach(this::reconcile);
    }

    private void reconcile() {
        var now = cluster.store().now();
        var changes = now.changesAfter(seen, DEFINITIONS);
        seen = now.revision();
        if (changes.isEmpty()) {
            reconcileAll();
            return;
        }
        changes.get().forEach(change -> {
            if (change.after().isEmpty()) {
                cluster.types().remove(change.before().orElseThrow().object());
            } else {
                cluster.store().now().get(change.key()).ifPresent(this::reconcile);
            }
        });
    }

    private void reconcile(Stored stored) {
        try {
            Obj definition = stored.object();
            if (Meta.isDeleting(definition)) {
                clear(definition);
                return;
            }
            if (isTrue(definition, "Established")) {
                cluster.types().add(definition);
            }
            writeStatus(definition);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, e, () -> "cannot serve " + stored.key().name());
        }
    }

    private void writeStatus(Obj definition) {
        Write write = Write.byServer(type(), "", Meta.name(definition), "status");
        Writer writer = new Writer(write.options().manager(), cluster.clock().instant());
        Optional<Obj> kept = mutations.updating().update(write, live -> {
            Obj next = established(live);
            return next.equals(live) ? live : write.ownership().update(live, next, writer);
        });
        kept.filter(next -> isTrue(next, "Established")).ifPresent(cluster.types()::add);
    }

    private Obj established(Obj definition) {
        String time = cluster.time();
        Obj names = definition.obj("spec", "names");
        Json stored = storedVersions(definition);
        Obj status = definition.obj("status").with("acceptedNames", names).with("storedVersions", stored);
        Obj accepted = condition("NamesAccepted", "NoConflicts", "no conflicts found", time);
        Obj established =
                condition("Established", "InitialNamesAccepted", "the initial names have been accepted", time);
        return definition.with("status", withConditions(status, List.of(accepted, established)));
    }

    private static Json storedVersions(Obj definition) {
        List<Json> known = definition.items("status", "storedVersions");
        Optional<Json> storage = definition.items("spec", "versions").stream()
                .filter(version ->
                        version.at("storage").flatMap(Json::asBoolean).orElse(false))
                .map(version -> version.at("name").orElseThrow())
                .findFirst();
        Arr versions = new Arr(known);
        return storage.filter(name -> !known.contains(name)).map(versions::plus).orElse(versions);
    }

    private static Obj withConditions(Obj status, List<Obj> wanted) {
        Arr conditions = new Arr(status.items("conditions"));
        for (Obj condition : wanted) {
            boolean there = conditions.items().stream()
                    .anyMatch(each -> each.text("type").equals(condition.text("type"))
                            && each.text("status").equals("True"));
            conditions = there ? conditions : conditions.plus(condition);
        }
        return status.with("conditions", conditions);
    }

    static Obj condition(String type, String reason, String message, String time) {
        return Obj.builder()
                .put("type", type)
                .put("status", "True")
                .put("lastTransitionTime", time)
                .put("reason", reason)
                .put("message", message)
                .build();
    }

    /** Deletes the objects of a definition; when the last is gone, the definition may go. */
    private void clear(Obj definition) {
        String plural = definition.text("spec", "names", "plural") + "." + definition.text("spec", "group");
        List<Stored> objects = cluster.store().now().list(plural, "");
        for (Stored object : objects) {
            type(definition).ifPresent(type -> delete(type, object.key()));
        }
        if (cluster.store().now().list(plural, "").isEmpty()) {
            cluster.types().remove(definition);
            release(definition);
            return;
        }
        LOG.fine(() -> plural + " still has objects with finalizers");
    }

    private Optional<ResourceType> type(Obj definition) {
        return cluster.types().catalog().all().stream()
                .filter(type -> type.group().equals(definition.text("spec", "group"))
                        && type.plural().equals(definition.text("spec", "names", "plural")))
                .findFirst();
    }

    private void delete(ResourceType type, Key key) {
        try {
            mutations.deletion().delete(Write.byServer(type, key.namespace(), key.name(), ""), DeleteOptions.PLAIN);
        } catch (ApiException e) {
            LOG.log(Level.FINE, e, () -> key + " was gone already");
        }
    }

    private void release(Obj definition) {
        Write write = Write.byServer(type(), "", Meta.name(definition), "");
        mutations.updating().update(write, live -> {
            List<String> left = Meta.finalizers(live).stream()
                    .filter(finalizer -> !finalizer.equals(Deletion.DEFINITION_CLEANUP))
                    .toList();
            return Meta.withFinalizers(live, left);
        });
    }

    private ResourceType type() {
        return cluster.types().builtIn(GROUP, "v1", "customresourcedefinitions");
    }

    private static boolean isTrue(Obj definition, String condition) {
        return definition.items("status", "conditions").stream()
                .anyMatch(each -> each.text("type").equals(condition)
                        && each.text("status").equals("True"));
    }

    @Override
    public void close() {
        Closing.quietly(registration);
        worker.shutdownNow();
    }
}
