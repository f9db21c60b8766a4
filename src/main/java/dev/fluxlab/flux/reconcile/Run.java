package dev.fluxlab.flux.reconcile;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.MergePatch;
import dev.fluxlab.document.Obj;
import dev.fluxlab.flux.api.Condition;
import dev.fluxlab.flux.api.FluxResource;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** One run on one object: what it says, and what the run has found out about it so far. */
public final class Run<R extends FluxResource<?, ?>> {

    private static final String CONDITIONS = "conditions";

    private final R resource;
    private final Obj spec;
    private final Surroundings surroundings;
    private final Controller<R> controller;
    private final Instant startedAt;
    private final Conditions conditions;
    private Obj saved;
    private Obj status;

    Run(R resource, Obj fresh, Controller<R> controller, Surroundings surroundings) {
        this.resource = resource;
        this.spec = fresh.obj("spec");
        this.status = fresh.obj("status");
        this.saved = status;
        this.controller = controller;
        this.surroundings = surroundings;
        this.startedAt = surroundings.clock().instant();
        this.conditions = new Conditions(
                status.items(CONDITIONS).stream()
                        .map(tree -> surroundings.cluster().typed(tree, Condition.class))
                        .toList(),
                generation(),
                surroundings.clock()::instant);
    }

    public R resource() {
        return resource;
    }

    /** The spec as it was written, with the schema's defaults. */
    public Obj spec() {
        return spec;
    }

    public String namespace() {
        return resource.getMetadata().getNamespace();
    }

    public String name() {
        return resource.getMetadata().getName();
    }

    public long generation() {
        return resource.getMetadata().getGeneration();
    }

    public Surroundings surroundings() {
        return surroundings;
    }

    public Cluster cluster() {
        return surroundings.cluster();
    }

    public Instant now() {
        return surroundings.clock().instant();
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** How long the run has taken, in the world's time. */
    public Duration elapsed() {
        return Duration.between(startedAt, now());
    }

    public Conditions conditions() {
        return conditions;
    }

    /** The status as it stands, without its conditions. */
    public Obj status() {
        return status.without(CONDITIONS);
    }

    public void put(String field, Json value) {
        status = status.with(field, value);
    }

    public void put(String field, String value) {
        status = status.with(field, value);
    }

    public void remove(String field) {
        status = status.without(field);
    }

    public long observedGeneration() {
        return status.at("observedGeneration").flatMap(Json::asLong).orElse(-1L);
    }

    /** Whether the object asks for a run that no run has answered yet. */
    public boolean isRequested() {
        String requested = resource.requestedAt();
        return !requested.isEmpty() && !requested.equals(status.text("lastHandledReconcileAt"));
    }

    /** Notes that this run answers what was asked for. */
    public void handled() {
        if (!resource.requestedAt().isEmpty()) {
            put("lastHandledReconcileAt", resource.requestedAt());
        }
    }

    public void observed() {
        put("observedGeneration", Json.number(generation()));
    }

    /** Only an end state moves the observed generation. */
    public void observedIfSettled() {
        if (conditions.isTrue(Conditions.READY) || conditions.isTrue(Conditions.STALLED)) {
            observed();
        }
    }

    /** Patches what has changed since the last time; an object that is gone is left alone. */
    public void save() {
        Obj now = conditions.sorted().isEmpty()
                ? status.without(CONDITIONS)
                : status.with(CONDITIONS, conditions.toJson());
        Obj patch = MergePatch.between(saved, now);
        if (patch.isEmpty()) {
            return;
        }
        try {
            Write write = Write.merge(Obj.of("status", patch), controller.fieldManager());
            surroundings.cluster().patchStatus(Address.of(resource), write);
            saved = now;
            status = now;
        } catch (ApiFailure e) {
            if (!e.isNotFound()) {
                throw e;
            }
        }
    }

    /** Records an event in the cluster and sends it to the notification controller. */
    public void event(Severity severity, String reason, String message) {
        event(severity, reason, message, Map.of());
    }

    public void event(Severity severity, String reason, String message, Map<String, String> metadata) {
        surroundings
                .recorder()
                .record(new Happening(resource, controller.component(), severity, reason, message, metadata));
    }

    /** The value of a status field that is an object. */
    public Optional<Obj> statusObject(String field) {
        return status.get(field).flatMap(Json::asObj);
    }
}
