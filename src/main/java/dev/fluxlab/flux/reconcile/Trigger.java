package dev.fluxlab.flux.reconcile;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.function.BiPredicate;

/**
 * Changes of another kind that ask for runs.
 *
 * @param counts whether an update (old, new) counts
 * @param existence whether creation and deletion count
 * @param concerns which objects a changed one asks runs of
 */
public record Trigger<S extends HasMetadata, R extends HasMetadata>(
        Class<S> kind, BiPredicate<S, S> counts, boolean existence, BiPredicate<S, R> concerns) {

    public static <S extends HasMetadata, R extends HasMetadata> Trigger<S, R> onUpdate(
            Class<S> kind, BiPredicate<S, S> counts, BiPredicate<S, R> concerns) {
        return new Trigger<>(kind, counts, false, concerns);
    }
}
