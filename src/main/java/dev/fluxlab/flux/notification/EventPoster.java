package dev.fluxlab.flux.notification;

import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import dev.fluxlab.flux.reconcile.Happening;
import dev.fluxlab.flux.reconcile.Recorder;
import dev.fluxlab.flux.reconcile.Severity;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Posts happenings to the notification controller's address, as every Flux controller does. */
final class EventPoster implements Recorder {

    private static final Logger LOG = Logger.getLogger(EventPoster.class.getName());
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int LONGEST_MESSAGE = 39000;

    private final URI address;
    private final InstantSource clock;
    private final Background posting;
    private final HttpClient http = HttpClient.newHttpClient();

    EventPoster(URI address, InstantSource clock, Background posting) {
        this.address = address;
        this.clock = clock;
        this.posting = posting;
    }

    @Override
    public void record(Happening happening) {
        if (happening.severity() == Severity.TRACE || happening.component().equals(EventIntake.COMPONENT)) {
            return;
        }
        byte[] body = JsonText.bytes(event(happening));
        posting.run(() -> post(body));
    }

    private Obj event(Happening happening) {
        String message = happening.message();
        Obj.Builder event = Obj.builder()
                .put("involvedObject", happening.reference())
                .put("severity", happening.severity().toString())
                .put(
                        "timestamp",
                        clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("message", message.substring(0, Math.min(message.length(), LONGEST_MESSAGE)))
                .put("reason", happening.reason());
        if (!happening.annotations().isEmpty()) {
            event.put("metadata", Obj.ofTexts(happening.annotations()));
        }
        return event.put("reportingController", happening.component())
                .put("reportingInstance", happening.component() + "-fluxlab")
                .build();
    }

    private void post(byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            http.send(request, HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            LOG.log(Level.FINE, e, () -> "an event could not be posted to " + address);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
