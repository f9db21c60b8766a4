package dev.fluxlab.tool;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.world.view.Reconciliation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code flux suspend} and {@code flux resume}. */
final class FluxSuspension {

    private final FluxCall call;
    private final boolean suspend;

    FluxSuspension(FluxCall call, boolean suspend) {
        this.call = call;
        this.suspend = suspend;
    }

    int run() {
        String verb = suspend ? "suspend" : "resume";
        FluxKind.Named named = FluxKind.read(call.words())
                .orElseThrow(() -> new ToolFailure(
                        1, "unknown command \"" + String.join(" ", call.words()) + "\" for \"flux " + verb + "\""));
        Set<String> names = names(named);
        if (names.isEmpty()) {
            return none(named.kind());
        }
        int failed = 0;
        for (String name : names) {
            failed += one(named.kind(), name, waits(names)) ? 0 : 1;
        }
        if (failed > 0) {
            call.failure("reconciliation failed for " + failed + " "
                    + named.kind().kind().kind() + "(s)");
        }
        return failed > 0 ? 1 : 0;
    }

    private Set<String> names(FluxKind.Named named) {
        if (call.arguments().has("all")) {
            return new LinkedHashSet<>(call.world().cluster().list(named.kind().kind(), call.namespace()).stream()
                    .map(object -> object.text("metadata", "name"))
                    .toList());
        }
        List<String> given = call.words().subList(named.words(), call.words().size());
        if (given.isEmpty()) {
            throw new ToolFailure(1, named.kind().human() + " name is required");
        }
        return new LinkedHashSet<>(given);
    }

    private int none(FluxKind kind) {
        call.failure(
                suspend
                        ? "no objects found"
                        : "no " + kind.kind().kind() + " objects found in " + call.namespace() + " namespace");
        return suspend ? 1 : 0;
    }

    /** With exactly one name the real CLI waits for what it resumed, with several it does not. */
    private boolean waits(Set<String> names) {
        Optional<String> asked = call.arguments().value("wait");
        return !suspend
                && asked.map(Boolean::parseBoolean)
                        .orElse(names.size() == 1 && !call.arguments().has("all"));
    }

    /** Suspends or resumes one object; false when what was resumed did not become ready. */
    private boolean one(FluxKind kind, String name, boolean wait) {
        Optional<Obj> object = call.world().cluster().find(kind.kind(), call.namespace(), name);
        if (object.isEmpty()) {
            // the real CLI says so and still exits with 0
            call.failure(
                    suspend
                            ? kind.kind().kind() + " " + name + " not found in " + call.namespace() + " namespace"
                            : kind.kind().kind() + " object '" + name + "' not found in " + call.namespace()
                                    + " namespace");
            return true;
        }
        call.action((suspend ? "suspending " : "resuming ") + kind.human() + " " + name + " in " + call.namespace()
                + " namespace");
        Obj patched = call.world()
                .cluster()
                .patch(kind.kind(), call.namespace(), name, Obj.of("spec", Obj.of("suspend", Json.bool(suspend))));
        call.success(kind.human() + (suspend ? " suspended" : " resumed"));
        return !wait || awaitReady(kind, name, generation(patched));
    }

    private boolean awaitReady(FluxKind kind, String name, long generation) {
        String shown = kind.kind().kind();
        call.waiting("waiting for " + shown + " reconciliation");
        Optional<Obj> ready = kind.isStatic()
                ? call.world().cluster().find(kind.kind(), call.namespace(), name)
                : call.world()
                        .cluster()
                        .await(
                                kind.kind(),
                                call.namespace(),
                                name,
                                object -> isReadyAt(object, generation),
                                call.timeout());
        if (ready.isEmpty()) {
            call.failure(shown + " " + name + " reconciliation failed: context deadline exceeded");
            return false;
        }
        call.success(shown + " " + name + " reconciliation completed");
        call.success(FluxReconcile.lastLine(kind, ready.get()));
        return true;
    }

    private static long generation(Obj object) {
        return object.at("metadata", "generation").flatMap(Json::asLong).orElse(0L);
    }

    private static boolean isReadyAt(Obj object, long generation) {
        Obj ready = Reconciliation.condition(object, "Ready");
        return ready.text("status").equals("True")
                && ready.at("observedGeneration").flatMap(Json::asLong).orElse(0L) >= generation
                && !Reconciliation.isSuspended(object);
    }
}
