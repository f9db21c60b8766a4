package dev.fluxlab.flux.notification;

import dev.fluxlab.flux.api.Receiver;
import dev.fluxlab.flux.api.ReceiverSpec;
import dev.fluxlab.flux.reconcile.ApiFailure;
import dev.fluxlab.flux.reconcile.Conditions;
import dev.fluxlab.flux.reconcile.Controller;
import dev.fluxlab.flux.reconcile.GoDuration;
import dev.fluxlab.flux.reconcile.Outcome;
import dev.fluxlab.flux.reconcile.Run;
import dev.fluxlab.flux.reconcile.Secrets;
import dev.fluxlab.flux.reconcile.Severity;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Gives receivers their webhook paths. */
final class ReceiverController implements Controller<Receiver> {

    @Override
    public Class<Receiver> kind() {
        return Receiver.class;
    }

    @Override
    public String component() {
        return EventIntake.COMPONENT;
    }

    @Override
    public boolean isSuspended(Receiver receiver) {
        return receiver.getSpec().suspend();
    }

    @Override
    public Outcome reconcile(Run<Receiver> run) {
        begin(run);
        Optional<String> unsupported = WebhookCheck.unsupported(run.resource().getSpec());
        if (unsupported.isPresent()) {
            run.conditions().markFalse(Conditions.READY, "UnsupportedByFluxlab", unsupported.get());
            run.conditions().markStalled("UnsupportedByFluxlab", unsupported.get());
            return end(run, Severity.ERROR, unsupported.get(), Outcome.done());
        }
        try {
            return succeed(run, token(run));
        } catch (MissingToken e) {
            run.remove("webhookPath");
            run.conditions().markFalse(Conditions.READY, "TokenNotFound", e.getMessage());
            if (run.conditions().has(Conditions.RECONCILING)) {
                run.conditions()
                        .markTrue(
                                Conditions.RECONCILING,
                                Conditions.PROGRESSING_WITH_RETRY,
                                run.conditions().message(Conditions.RECONCILING));
            }
            return end(run, Severity.ERROR, e.getMessage(), Outcome.retry());
        }
    }

    private static void begin(Run<Receiver> run) {
        long observed = run.observedGeneration();
        run.conditions()
                .progress(
                        false,
                        observed == run.generation()
                                ? "reconciliation in progress"
                                : "processing object: new generation " + observed + " -> " + run.generation());
        run.save();
    }

    private static Outcome succeed(Run<Receiver> run, String token) {
        String path = WebhookPath.of(token, run.name(), run.namespace());
        run.put("webhookPath", path);
        run.conditions().markTrue(Conditions.READY, "Succeeded", "Receiver initialized for path: " + path);
        run.conditions().remove(Conditions.RECONCILING, Conditions.STALLED);
        Duration interval = GoDuration.parse(run.resource().getSpec().interval());
        String message = "Reconciliation finished, next run in " + GoDuration.print(interval);
        return end(run, Severity.INFO, message, Outcome.again(interval));
    }

    private static Outcome end(Run<Receiver> run, Severity severity, String message, Outcome outcome) {
        run.observedIfSettled();
        run.handled();
        run.save();
        run.event(severity, run.conditions().reason(Conditions.READY), message);
        return outcome;
    }

    /** There is no token, and so no path. */
    private static final class MissingToken extends Exception {

        private static final long serialVersionUID = 1L;

        MissingToken(String message) {
            super(message);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }

    private static String token(Run<Receiver> run) throws MissingToken {
        ReceiverSpec spec = run.resource().getSpec();
        if (spec.secretRef() == null) {
            return "";
        }
        String secret = run.namespace() + "/" + spec.secretRef().name();
        try {
            Map<String, String> data = new Secrets(run.cluster())
                    .read(run.namespace(), spec.secretRef().name());
            String token = data.getOrDefault("token", "");
            if (token.isEmpty()) {
                throw new MissingToken("invalid '" + secret + "' secret data: required fields 'token'");
            }
            return token;
        } catch (ApiFailure e) {
            throw new MissingToken("unable to read token from secret '" + secret + "' error: " + e.getMessage());
        }
    }
}
