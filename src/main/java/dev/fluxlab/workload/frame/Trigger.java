package dev.fluxlab.workload.frame;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Changes of another kind, and the objects they ask a run of, chosen among those the controller has. */
public record Trigger<S extends HasMetadata>(Class<S> kind, Concern<S> concern) {

    /** Which objects a changed one concerns. */
    @FunctionalInterface
    public interface Concern<S> {
        Set<ResourceID> of(S changed, Stream<ResourceID> primaries);
    }

    /** A changed object concerns the one that controls it. */
    public static <S extends HasMetadata> Trigger<S> ofControlled(Class<S> kind, String ownerKind) {
        return new Trigger<>(kind, (changed, primaries) -> changed.getMetadata().getOwnerReferences().stream()
                .filter(owner -> Boolean.TRUE.equals(owner.getController()))
                .filter(owner -> owner.getKind().equals(ownerKind))
                .map(OwnerReference::getName)
                .map(name -> new ResourceID(name, changed.getMetadata().getNamespace()))
                .collect(Collectors.toSet()));
    }

    /** A changed object concerns everything in its namespace. */
    public static <S extends HasMetadata> Trigger<S> inNamespace(Class<S> kind) {
        return new Trigger<>(kind, (changed, primaries) -> primaries
                .filter(primary -> primary.getNamespace()
                        .filter(changed.getMetadata().getNamespace()::equals)
                        .isPresent())
                .collect(Collectors.toSet()));
    }

    /** A changed object concerns the one that the function names. */
    public static <S extends HasMetadata> Trigger<S> naming(Class<S> kind, Function<S, ResourceID> named) {
        return new Trigger<>(kind, (changed, primaries) -> Set.of(named.apply(changed)));
    }
}
