package dev.fluxlab.flux.reconcile;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.flux.api.Condition;
import dev.fluxlab.flux.api.Condition.Status;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The conditions of one object during a run, with the rules that Flux's own library keeps. */
public final class Conditions {

    public static final String READY = "Ready";
    public static final String RECONCILING = "Reconciling";
    public static final String STALLED = "Stalled";
    public static final String PROGRESSING = "Progressing";
    public static final String PROGRESSING_WITH_RETRY = "ProgressingWithRetry";

    private static final int LONGEST_MESSAGE = 32768;
    private static final List<String> FIRST = List.of(STALLED, RECONCILING, READY);

    private final Map<String, Condition> byType = new LinkedHashMap<>();
    private final long generation;
    private final Supplier<Instant> now;

    Conditions(Collection<Condition> found, long generation, Supplier<Instant> now) {
        found.forEach(condition -> byType.put(condition.type(), condition));
        this.generation = generation;
        this.now = now;
    }

    public Optional<Condition> get(String type) {
        return Optional.ofNullable(byType.get(type));
    }

    public boolean has(String type) {
        return byType.containsKey(type);
    }

    public boolean isTrue(String type) {
        return is(type, Status.TRUE);
    }

    public boolean is(String type, Status status) {
        return get(type).filter(condition -> condition.status() == status).isPresent();
    }

    /** Ready, and neither on the way nor stalled: what Flux's own tools take for ready. */
    public boolean settledReady() {
        return isTrue(READY) && !isTrue(RECONCILING) && !isTrue(STALLED);
    }

    public String reason(String type) {
        return get(type).map(Condition::reason).orElse("");
    }

    public String message(String type) {
        return get(type).map(Condition::message).orElse("");
    }

    public void remove(String... types) {
        for (String type : types) {
            byType.remove(type);
        }
    }

    public void markTrue(String type, String reason, String message) {
        set(type, Status.TRUE, reason, message);
    }

    public void markFalse(String type, String reason, String message) {
        set(type, Status.FALSE, reason, message);
    }

    public void markUnknown(String type, String reason, String message) {
        set(type, Status.UNKNOWN, reason, message);
    }

    public void markReconciling(String reason, String message) {
        remove(STALLED);
        markTrue(RECONCILING, reason, message);
    }

    public void markStalled(String reason, String message) {
        remove(RECONCILING);
        markTrue(STALLED, reason, message);
    }

    /** Notes what is being done; an object that is ready stays so unless the work is for a change. */
    public void progress(boolean change, String message) {
        markReconciling(PROGRESSING, message);
        if (change || !has(READY) || is(READY, Status.UNKNOWN)) {
            markUnknown(READY, PROGRESSING, message);
        }
    }

    /** The time of transition moves with status, reason or message. */
    public void set(String type, Status status, String reason, String message) {
        String cut = cut(message);
        String since = get(type)
                .filter(old -> old.status() == status
                        && old.reason().equals(reason)
                        && old.message().equals(cut))
                .map(Condition::lastTransitionTime)
                .orElseGet(() -> now.get().truncatedTo(ChronoUnit.SECONDS).toString());
        byType.put(type, new Condition(type, status, reason, cut, generation, since));
    }

    private static String cut(String message) {
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE - 3) + "...";
    }

    /** In the order in which Flux writes them: the three that sum up, then the newest, then by name. */
    public List<Condition> sorted() {
        return byType.values().stream()
                .sorted(Comparator.comparingInt(Conditions::rank)
                        .thenComparing(Comparator.comparingLong(Condition::observedGeneration)
                                .reversed())
                        .thenComparing(Condition::type))
                .toList();
    }

    private static int rank(Condition condition) {
        int rank = FIRST.indexOf(condition.type());
        return rank < 0 ? FIRST.size() : rank;
    }

    Arr toJson() {
        return new Arr(sorted().stream().map(Conditions::tree).toList());
    }

    private static Json tree(Condition condition) {
        return Obj.builder()
                .put("lastTransitionTime", condition.lastTransitionTime())
                .put("message", condition.message())
                .put("observedGeneration", condition.observedGeneration())
                .put("reason", condition.reason())
                .put("status", condition.status().toString())
                .put("type", condition.type())
                .build();
    }
}
