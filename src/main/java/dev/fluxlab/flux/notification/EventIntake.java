package dev.fluxlab.flux.notification;

import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import dev.fluxlab.flux.api.Alert;
import dev.fluxlab.flux.reconcile.Address;
import dev.fluxlab.flux.reconcile.ApiFailure;
import dev.fluxlab.flux.reconcile.Happening;
import dev.fluxlab.flux.reconcile.Kinds;
import dev.fluxlab.flux.reconcile.Severity;
import dev.fluxlab.flux.reconcile.Surroundings;
import dev.fluxlab.http.Exchange;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;

/** Takes the controllers' events and sends them where alerts say. */
final class EventIntake {

    static final String COMPONENT = "notification-controller";
    private static final int LONGEST = 3 << 20;

    private final Surroundings surroundings;
    private final Background sending;
    private final RateLimit limit;
    private final Kinds kinds;
    private final Dispatch dispatch;

    EventIntake(Surroundings surroundings, Background sending) {
        this.surroundings = surroundings;
        this.sending = sending;
        this.limit = new RateLimit(surroundings.clock());
        this.kinds = new Kinds(surroundings.cluster());
        this.dispatch = new Dispatch(surroundings.cluster(), HttpClient.newHttpClient());
    }

    /** Answers a post: 202, or 429 for what was just told. */
    void handle(Exchange exchange) throws IOException {
        Obj body;
        try {
            body = JsonText.read(exchange.body(LONGEST)).obj();
        } catch (DocumentException e) {
            exchange.respond(400);
            return;
        }
        Event event = new Event(body);
        if (!limit.admits(event)) {
            exchange.respond(429);
            return;
        }
        sending.run(() -> send(event));
        exchange.respond(202);
    }

    private void send(Event event) {
        for (Json found : surroundings.cluster().list(Address.of(Alert.class, "", ""), Map.of())) {
            Alert alert = surroundings.cluster().typed(found, Alert.class);
            AlertRule rule = new AlertRule(alert, this::labels);
            if (rule.concerns(event)) {
                send(event, alert, rule);
            }
        }
    }

    private void send(Event event, Alert alert, AlertRule rule) {
        List<AlertRule.Broken> broken = rule.broken();
        broken.forEach(list -> tell(alert, "InvalidConfig", list.message()));
        if (!broken.isEmpty() || !rule.passes(event)) {
            return;
        }
        try {
            dispatch.send(event, alert);
        } catch (DispatchFailure e) {
            tell(alert, "NotificationDispatchFailed", e.getMessage());
        }
    }

    private void tell(Alert alert, String reason, String message) {
        surroundings.recorder().record(new Happening(alert, COMPONENT, Severity.ERROR, reason, message, Map.of()));
    }

    private Map<String, String> labels(Event event) {
        try {
            return kinds.find(event.apiVersion(), event.kind())
                    .map(kind -> new Address(event.apiVersion(), kind.plural(), event.namespace(), event.name()))
                    .flatMap(surroundings.cluster()::get)
                    .map(object -> object.texts("metadata", "labels"))
                    .orElse(Map.of());
        } catch (ApiFailure e) {
            return Map.of();
        }
    }
}
