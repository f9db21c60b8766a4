package dev.fluxlab.flux;

import dev.fluxlab.flux.api.FluxReading;
import dev.fluxlab.flux.artifact.ArtifactStore;
import dev.fluxlab.flux.image.ImageControllers;
import dev.fluxlab.flux.kustomization.KustomizationController;
import dev.fluxlab.flux.notification.Notifications;
import dev.fluxlab.flux.reconcile.Cluster;
import dev.fluxlab.flux.reconcile.Controller;
import dev.fluxlab.flux.reconcile.ControllerHost;
import dev.fluxlab.flux.reconcile.EventRecorder;
import dev.fluxlab.flux.reconcile.Surroundings;
import dev.fluxlab.flux.source.GitRepositoryController;
import dev.fluxlab.flux.source.OciRepositoryController;
import dev.fluxlab.http.HttpServer;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Flux's controllers, running against one API server until they are closed. */
public final class FluxControllers implements AutoCloseable {

    private final KubernetesClient client;
    private final HttpServer server;
    private final Notifications notifications;
    private final ControllerHost host;

    private FluxControllers(
            KubernetesClient client, HttpServer server, Notifications notifications, ControllerHost host) {
        this.client = client;
        this.server = server;
        this.notifications = notifications;
        this.host = host;
    }

    /** Starts them; returns when every watch is up. The kinds have to be served already. */
    public static FluxControllers start(Config config, FluxOptions options) {
        KubernetesClient client = new KubernetesClientBuilder()
                .withConfig(config)
                .withKubernetesSerialization(FluxReading.tolerant())
                .build();
        Cluster cluster = new Cluster(client);
        EventRecorder recorder = new EventRecorder(cluster, options.clock());
        Notifications notifications = new Notifications(new Surroundings(client, cluster, options.clock(), recorder));
        CompletableFuture<String> address = new CompletableFuture<>();
        ArtifactStore store = new ArtifactStore(options.storage().resolve("artifacts"), address::join);
        HttpServer server = HttpServer.on(options.host(), options.port())
                .route("/hook/", notifications.webhooks())
                .route("/", store::serve)
                .start();
        address.complete(server.uri().getAuthority());
        Surroundings surroundings =
                new Surroundings(client, cluster, options.clock(), recorder.and(notifications.recorder()));
        List<Controller<?>> controllers = controllers(cluster, store, scratch(options.storage()));
        controllers.addAll(notifications.controllers());
        ControllerHost host = ControllerHost.start(surroundings, controllers);
        return new FluxControllers(client, server, notifications, host);
    }

    private static List<Controller<?>> controllers(Cluster cluster, ArtifactStore store, Path scratch) {
        List<Controller<?>> controllers = new ArrayList<>(List.of(
                new GitRepositoryController(store, scratch),
                new OciRepositoryController(store, scratch),
                new KustomizationController(cluster)));
        controllers.addAll(ImageControllers.all(ImageControllers.Options.DEFAULT));
        return controllers;
    }

    private static Path scratch(Path storage) {
        try {
            return Files.createDirectories(storage.resolve("scratch"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder below " + storage, e);
        }
    }

    /** Where artifacts and webhooks are served. */
    public URI address() {
        return server.uri();
    }

    @Override
    public void close() {
        host.close();
        notifications.close();
        server.close();
        client.close();
    }
}
