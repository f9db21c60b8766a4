package dev.fluxlab.flux.notification;

import dev.fluxlab.flux.reconcile.Controller;
import dev.fluxlab.flux.reconcile.Recorder;
import dev.fluxlab.flux.reconcile.Surroundings;
import dev.fluxlab.http.Handler;
import dev.fluxlab.http.HttpServer;
import java.util.List;

/** The notification controller: its event address, its webhooks and its part among the controllers. */
public final class Notifications implements AutoCloseable {

    private final Surroundings quiet;
    private final Background background;
    private final HttpServer events;
    private final EventPoster poster;

    /** Starts to take events on an address of its own; what happens to alerts is only recorded in the cluster. */
    public Notifications(Surroundings quiet) {
        this.quiet = quiet;
        this.background = new Background(quiet.clock());
        this.events = HttpServer.on("127.0.0.1", 0)
                .route("/", new EventIntake(quiet, background)::handle)
                .start();
        this.poster = new EventPoster(events.uri().resolve("/"), quiet.clock(), background);
    }

    /** Where every controller tells what happens. */
    public Recorder recorder() {
        return poster;
    }

    /** Answers {@code /hook/…}. */
    public Handler webhooks() {
        return new WebhookIntake(quiet)::handle;
    }

    public List<Controller<?>> controllers() {
        return List.of(new ReceiverController());
    }

    @Override
    public void close() {
        events.close();
        background.close();
    }
}
