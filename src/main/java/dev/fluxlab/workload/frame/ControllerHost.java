package dev.fluxlab.workload.frame;

import dev.fluxlab.clock.WorldClock;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.api.config.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.config.ResolvedControllerConfiguration;
import io.javaoperatorsdk.operator.api.config.informer.InformerConfiguration;
import io.javaoperatorsdk.operator.processing.event.rate.LinearRateLimiter;
import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs controllers against one API server until it is closed. */
public final class ControllerHost implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ControllerHost.class.getName());
    private static final int THREADS = 8;

    private final Operator operator;
    private final Cluster cluster;
    private final WorldClock clock;

    private ControllerHost(Operator operator, Cluster cluster, WorldClock clock) {
        this.operator = operator;
        this.cluster = cluster;
        this.clock = clock;
    }

    /** Starts the controllers; returns when every watch is up. */
    public static ControllerHost start(KubernetesClient client, WorldClock clock, List<Controller<?>> controllers) {
        Operator operator = new Operator(settings -> settings.withKubernetesClient(client)
                .withCloseClientOnStop(false)
                .withConcurrentReconciliationThreads(THREADS)
                .withStopOnInformerErrorDuringStartup(false)
                .withInformerStoppedHandler(ControllerHost::watchStopped)
                .withReconciliationTerminationTimeout(Duration.ofSeconds(2)));
        ControllerHost host = new ControllerHost(operator, new Cluster(client, "kube-controller-manager"), clock);
        controllers.forEach(host::register);
        operator.start();
        return host;
    }

    private <P extends HasMetadata> void register(Controller<P> controller) {
        ClockedReconciler<P> reconciler = new ClockedReconciler<>(controller, cluster, clock);
        operator.register(reconciler, configuration(controller, reconciler));
    }

    /** Without JOSDK's own retries, rate limits and longest interval: they keep the machine's time, not the world's. */
    @SuppressWarnings("NullAway") // JOSDK takes null for "none"
    private <P extends HasMetadata> ControllerConfiguration<P> configuration(
            Controller<P> controller, ClockedReconciler<P> reconciler) {
        InformerConfiguration<P> informer = InformerConfiguration.builder(controller.kind())
                .withName(controller.name())
                .withWatchAllNamespaces()
                .withGenericFilter(changed -> reconciler.stirs())
                .buildForController();
        return new ResolvedControllerConfiguration<>(
                controller.name(),
                false,
                ClockedReconciler.class.getName(),
                GenericRetry.noRetry(),
                LinearRateLimiter.deactivatedRateLimiter(),
                null,
                null,
                Map.of(),
                controller.name(),
                operator.getConfigurationService(),
                informer,
                true,
                null);
    }

    /** JOSDK's own answer would be to leave the process. Without a cause it was this host that stopped it. */
    private static void watchStopped(SharedIndexInformer<?> informer, @Nullable Throwable cause) {
        LOG.log(
                cause == null ? Level.FINE : Level.WARNING,
                cause,
                () -> "the watch of " + informer.getApiTypeClass().getSimpleName()
                        + " stopped; restart the controllers to resume it");
    }

    @Override
    public void close() {
        operator.stop();
    }
}
