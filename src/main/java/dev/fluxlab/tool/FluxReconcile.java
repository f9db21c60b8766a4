package dev.fluxlab.tool;

import dev.fluxlab.document.Obj;
import dev.fluxlab.world.view.Kind;
import dev.fluxlab.world.view.Reconciliation;
import java.time.Duration;
import java.util.Arrays;

/** {@code flux reconcile}: asks for a reconciliation now and waits for the answer. */
final class FluxReconcile {

    private final FluxCall call;

    FluxReconcile(FluxCall call) {
        this.call = call;
    }

    int run() {
        FluxKind.Named named = FluxKind.read(call.words())
                .orElseThrow(() -> new ToolFailure(
                        1, "unknown command \"" + String.join(" ", call.words()) + "\" for \"flux reconcile\""));
        FluxKind kind = named.kind();
        String name = call.word(named.words())
                .orElseThrow(() -> new ToolFailure(1, kind.kind().kind() + " name is required"));
        Obj object = find(kind, call.namespace(), name);
        if (Reconciliation.isSuspended(object)) {
            throw new ToolFailure(1, "resource is suspended");
        }
        if (kind == FluxKind.KUSTOMIZATION && call.arguments().has("with-source")) {
            reconcileSource(object);
        }
        reconcile(kind, call.namespace(), name);
        return 0;
    }

    private void reconcileSource(Obj kustomization) {
        String kindName = kustomization.text("spec", "sourceRef", "kind");
        FluxKind kind = Arrays.stream(FluxKind.values())
                .filter(FluxKind::isSource)
                .filter(source -> source.kind().kind().equals(kindName))
                .findFirst()
                .orElseThrow(() -> new ToolFailure(1, "cannot reconcile source of kind " + kindName));
        String namespace = kustomization.text("spec", "sourceRef", "namespace");
        reconcile(
                kind,
                namespace.isEmpty() ? call.namespace() : namespace,
                kustomization.text("spec", "sourceRef", "name"));
    }

    private void reconcile(FluxKind kind, String namespace, String name) {
        String shown = kind.kind().kind();
        find(kind, namespace, name);
        call.action("annotating " + shown + " " + name + " in " + namespace + " namespace");
        call.success(shown + " annotated");
        call.waiting("waiting for " + shown + " reconciliation");
        Duration patience = call.timeout();
        long start = System.nanoTime();
        Reconciliation.Answer answer = call.world()
                .reconciliation()
                .request(kind.kind(), namespace, name, patience)
                .orElseThrow(FluxReconcile::deadlineExceeded);
        Duration left = patience.minusNanos(System.nanoTime() - start);
        call.success(lastLine(kind, settled(kind, namespace, answer, left)));
    }

    /** An object that goes on failing is polled by the real CLI until its timeout, and the cause is not printed. */
    private Obj settled(FluxKind kind, String namespace, Reconciliation.Answer answer, Duration left) {
        Obj object = answer.isReady() || isStalled(answer.object())
                ? answer.object()
                : call.world()
                        .cluster()
                        .await(
                                kind.kind(),
                                namespace,
                                answer.object().text("metadata", "name"),
                                found -> Reconciliation.answerOf(found).isReady() || isStalled(found),
                                left)
                        .orElseThrow(FluxReconcile::deadlineExceeded);
        if (isStalled(object)) {
            throw new ToolFailure(1, Reconciliation.condition(object, "Stalled").text("message"));
        }
        return object;
    }

    private static boolean isStalled(Obj object) {
        return Reconciliation.condition(object, "Stalled").text("status").equals("True");
    }

    private static ToolFailure deadlineExceeded() {
        return new ToolFailure(1, "context deadline exceeded");
    }

    private Obj find(FluxKind kind, String namespace, String name) {
        return call.world().cluster().find(kind.kind(), namespace, name).orElseThrow(() -> notFound(kind.kind(), name));
    }

    static ToolFailure notFound(Kind kind, String name) {
        String group = kind.apiVersion().substring(0, kind.apiVersion().indexOf('/'));
        return new ToolFailure(1, kind.plural() + "." + group + " \"" + name + "\" not found");
    }

    /** What the CLI says at the end, by kind. */
    static String lastLine(FluxKind kind, Obj object) {
        return switch (kind) {
            case SOURCE_GIT, SOURCE_OCI -> "fetched revision " + object.text("status", "artifact", "revision");
            case KUSTOMIZATION -> "applied revision " + object.text("status", "lastAppliedRevision");
            case IMAGE_REPOSITORY -> "scan fetched "
                    + object.at("status", "lastScanResult", "tagCount")
                            .map(Object::toString)
                            .orElse("0") + " tags";
            case IMAGE_POLICY -> "selected ref " + reference(object);
            case IMAGE_UPDATE -> Reconciliation.answerOf(object).message();
            case RECEIVER, ALERT, ALERT_PROVIDER -> kind.kind().kind() + " reconciliation completed";
        };
    }

    private static String reference(Obj policy) {
        Obj latest = policy.obj("status", "latestRef");
        String digest = latest.text("digest");
        return latest.text("name") + ":" + latest.text("tag") + (digest.isEmpty() ? "" : "@" + digest);
    }
}
