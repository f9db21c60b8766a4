package dev.fluxlab.flux.reconcile;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes an informer of a trigger. */
final class TriggerSource {

    private TriggerSource() {}

    static <S extends HasMetadata, R extends HasMetadata> EventSource<?, R> of(
            Trigger<S, R> trigger, EventSourceContext<R> context) {
        InformerEventSourceConfiguration<S> configuration = InformerEventSourceConfiguration.from(
                        trigger.kind(), context.getPrimaryResourceClass())
                .withName(trigger.kind().getSimpleName())
                .withWatchAllNamespaces()
                .withSecondaryToPrimaryMapper(changed -> concerned(trigger, changed, context))
                .withOnAddFilter(added -> trigger.existence())
                .withOnUpdateFilter((changed, before) -> trigger.counts().test(before, changed))
                .withOnDeleteFilter((deleted, unknown) -> trigger.existence())
                .build();
        return new InformerEventSource<>(configuration, context);
    }

    private static <S extends HasMetadata, R extends HasMetadata> Set<ResourceID> concerned(
            Trigger<S, R> trigger, S changed, EventSourceContext<R> context) {
        return context.getPrimaryCache()
                .list(primary -> trigger.concerns().test(changed, primary))
                .map(ResourceID::fromResource)
                .collect(Collectors.toSet());
    }
}
