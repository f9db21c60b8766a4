package dev.fluxlab.world.view;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Asks Flux to reconcile an object now, as {@code flux reconcile} does, and waits for the object's answer; no interval
 * is waited for.
 */
public final class Reconciliation {

    private static final String REQUESTED_AT = "reconcile.fluxcd.io/requestedAt";

    private final Cluster cluster;
    private final InstantSource clock;
    private final AtomicLong requests = new AtomicLong();

    Reconciliation(Cluster cluster, InstantSource clock) {
        this.cluster = cluster;
        this.clock = clock;
    }

    /**
     * What an object answered.
     *
     * @param ready the status of its Ready condition: True, False or Unknown
     */
    public record Answer(Obj object, String ready, String reason, String message) {

        public boolean isReady() {
            return ready.equals("True");
        }
    }

    /** Requests a reconciliation and waits for it; empty when the object did not answer within the bound. */
    public Optional<Answer> request(Kind kind, String namespace, String name, Duration bound) {
        // two requests within one tick of the clock must differ, or the second is taken for the first
        String token = clock.instant() + "-" + requests.incrementAndGet();
        Obj annotation = Obj.of("metadata", Obj.of("annotations", Obj.of(REQUESTED_AT, token)));
        cluster.patch(kind, namespace, name, annotation);
        return cluster.await(kind, namespace, name, object -> isHandled(object, token), bound)
                .map(Reconciliation::answerOf);
    }

    private static boolean isHandled(Obj object, String token) {
        return object.text("status", "lastHandledReconcileAt").equals(token)
                && !answerOf(object).ready().equals("Unknown")
                && condition(object, "Reconciling").text("status").isEmpty();
    }

    /** What an object says of itself now. */
    public static Answer answerOf(Obj object) {
        Obj ready = condition(object, "Ready");
        String status = ready.text("status");
        return new Answer(object, status.isEmpty() ? "Unknown" : status, ready.text("reason"), ready.text("message"));
    }

    /** A condition of an object; empty when it has none of the type. */
    public static Obj condition(Obj object, String type) {
        return object.items("status", "conditions").stream()
                .flatMap(condition -> condition.asObj().stream())
                .filter(condition -> condition.text("type").equals(type))
                .findFirst()
                .orElse(Obj.EMPTY);
    }

    /** Whether an object is suspended by its spec. */
    public static boolean isSuspended(Obj object) {
        return object.at("spec", "suspend").flatMap(Json::asBoolean).orElse(false);
    }
}
