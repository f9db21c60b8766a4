package dev.fluxlab.flux.reconcile;

import dev.fluxlab.flux.api.FluxResource;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.api.config.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.config.ResolvedControllerConfiguration;
import io.javaoperatorsdk.operator.api.config.informer.InformerConfiguration;
import io.javaoperatorsdk.operator.processing.event.rate.LinearRateLimiter;
import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs controllers against one API server until it is closed. */
public final class ControllerHost implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ControllerHost.class.getName());

    /** JOSDK takes no finalizer without a slash, so Flux's is kept by {@link KindReconciler}. */
    private static final String UNUSED_FINALIZER = "fluxlab.dev/unused";

    private final Operator operator;

    private ControllerHost(Operator operator) {
        this.operator = operator;
    }

    /** Starts the controllers; returns when every watch is up. */
    public static ControllerHost start(Surroundings surroundings, List<Controller<?>> controllers) {
        Operator operator = new Operator(settings -> settings.withKubernetesClient(surroundings.client())
                .withCloseClientOnStop(false)
                .withStopOnInformerErrorDuringStartup(false)
                .withInformerStoppedHandler(ControllerHost::watchStopped)
                .withReconciliationTerminationTimeout(Duration.ofSeconds(2)));
        controllers.forEach(controller -> register(operator, controller, surroundings));
        operator.start();
        return new ControllerHost(operator);
    }

    private static <R extends FluxResource<?, ?>> void register(
            Operator operator, Controller<R> controller, Surroundings surroundings) {
        operator.register(new KindReconciler<>(controller, surroundings), configuration(operator, controller));
    }

    /** Without JOSDK's own retries, rate limits and longest interval: they keep the machine's time, not the world's. */
    @SuppressWarnings("NullAway") // JOSDK takes null for "none"
    private static <R extends FluxResource<?, ?>> ControllerConfiguration<R> configuration(
            Operator operator, Controller<R> controller) {
        InformerConfiguration<R> informer = InformerConfiguration.builder(controller.kind())
                .withName(controller.kind().getSimpleName())
                .withWatchAllNamespaces()
                .withOnUpdateFilter(ControllerHost::asksForRun)
                .buildForController();
        return new ResolvedControllerConfiguration<>(
                controller.kind().getSimpleName().toLowerCase(Locale.ROOT),
                false,
                KindReconciler.class.getName(),
                GenericRetry.noRetry(),
                LinearRateLimiter.deactivatedRateLimiter(),
                null,
                UNUSED_FINALIZER,
                Map.of(),
                controller.fieldManager(),
                operator.getConfigurationService(),
                informer,
                true,
                null);
    }

    /** A new spec, another request, or the wish to be deleted. */
    private static boolean asksForRun(FluxResource<?, ?> now, FluxResource<?, ?> before) {
        return !Objects.equals(
                        now.getMetadata().getGeneration(), before.getMetadata().getGeneration())
                || !now.requestedAt().isEmpty() && !now.requestedAt().equals(before.requestedAt())
                || now.beingDeleted() && !before.beingDeleted();
    }

    /** JOSDK's own answer would be to leave the process. */
    private static void watchStopped(SharedIndexInformer<?> informer, @Nullable Throwable cause) {
        if (cause == null) {
            return; // it was asked to
        }
        LOG.log(
                Level.WARNING,
                cause,
                () -> "the watch of " + informer.getApiTypeClass().getSimpleName()
                        + " stopped; restart the controllers to resume it");
    }

    @Override
    public void close() {
        operator.stop();
    }
}
