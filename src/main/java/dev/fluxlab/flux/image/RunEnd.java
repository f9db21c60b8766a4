package dev.fluxlab.flux.image;

import static dev.fluxlab.flux.reconcile.Conditions.PROGRESSING;
import static dev.fluxlab.flux.reconcile.Conditions.PROGRESSING_WITH_RETRY;
import static dev.fluxlab.flux.reconcile.Conditions.READY;
import static dev.fluxlab.flux.reconcile.Conditions.RECONCILING;
import static dev.fluxlab.flux.reconcile.Conditions.STALLED;

import dev.fluxlab.flux.api.Condition.Status;
import dev.fluxlab.flux.api.FluxResource;
import dev.fluxlab.flux.reconcile.Conditions;
import dev.fluxlab.flux.reconcile.Outcome;
import dev.fluxlab.flux.reconcile.Run;
import dev.fluxlab.flux.reconcile.Severity;
import java.time.Duration;

/** What a run of an image controller leaves behind: its conditions, and the one event that tells of it. */
final class RunEnd<R extends FluxResource<?, ?>> {

    static final String SUCCEEDED = "Succeeded";
    static final String IN_PROGRESS = "reconciliation in progress";

    private final Run<R> run;
    private final Conditions conditions;
    private final boolean wasReady;
    private final String messageBefore;

    private RunEnd(Run<R> run) {
        this.run = run;
        this.conditions = run.conditions();
        this.wasReady = conditions.settledReady();
        this.messageBefore = conditions.message(READY);
    }

    /** Marks the run as begun; a new generation, and where it counts a request, is shown at once. */
    static <R extends FluxResource<?, ?>> RunEnd<R> begin(Run<R> run, boolean showRequests) {
        RunEnd<R> end = new RunEnd<>(run);
        boolean newGeneration = run.generation() != run.observedGeneration();
        String message = newGeneration
                ? "processing object: new generation " + run.observedGeneration() + " -> " + run.generation()
                : IN_PROGRESS;
        run.conditions().progress(false, message);
        if (newGeneration || showRequests && run.isRequested()) {
            run.save();
        }
        return end;
    }

    /** A failure that is tried again after the object's backoff. */
    Outcome fail(String reason, String message) {
        conditions.markFalse(READY, reason, message);
        keepTrying();
        return Outcome.retry();
    }

    /** A failure that is tried again after a fixed time. */
    Outcome await(Duration delay, String reason, String message) {
        conditions.markFalse(READY, reason, message);
        keepTrying();
        return Outcome.again(delay);
    }

    private void keepTrying() {
        conditions.remove(STALLED);
        if (conditions.has(RECONCILING)) {
            conditions.markTrue(RECONCILING, PROGRESSING_WITH_RETRY, conditions.message(RECONCILING));
        }
        save();
        warn();
    }

    /** A failure that only a change of the object can end; an older failure stays what Ready tells. */
    Outcome stall(String reason, String message) {
        conditions.markStalled(reason, message);
        if (!conditions.is(READY, Status.FALSE)) {
            conditions.markFalse(READY, reason, message);
        }
        save();
        warn();
        return Outcome.done();
    }

    /** Ready; the trace is what an event says when there is nothing new to tell. */
    void succeed(String message, String trace) {
        ready(message);
        boolean news = !wasReady || !message.equals(messageBefore);
        run.event(news ? Severity.INFO : Severity.TRACE, SUCCEEDED, news ? message : trace);
    }

    /** Ready; with news that are no part of the condition, told whatever the object was before. */
    void succeedTelling(String message, String news) {
        ready(message);
        run.event(Severity.INFO, SUCCEEDED, news);
    }

    private void ready(String message) {
        conditions.remove(STALLED, RECONCILING);
        conditions.markTrue(READY, SUCCEEDED, message);
        save();
    }

    /** A failure of a step that now has passed is no longer true. */
    void passed(String reason) {
        if (conditions.is(READY, Status.FALSE) && conditions.reason(READY).equals(reason)) {
            conditions.markUnknown(READY, PROGRESSING, IN_PROGRESS);
        }
    }

    private void save() {
        run.handled();
        run.observedIfSettled();
        run.save();
    }

    private void warn() {
        run.event(Severity.ERROR, conditions.reason(READY), conditions.message(READY));
    }
}
