package dev.fluxlab.flux.kustomization;

import dev.fluxlab.flux.reconcile.Address;
import dev.fluxlab.flux.reconcile.Kinds;
import java.util.Optional;

/** Where objects are found, by what the API server says of their kinds. */
final class Addresses {

    private final Kinds kinds;

    Addresses(Kinds kinds) {
        this.kinds = kinds;
    }

    /** Where an object is applied. */
    Address find(Target target) throws ReconcileFailure {
        Optional<Kinds.Kind> kind = kinds.find(target.apiVersion(), target.kind());
        if (kind.isEmpty()) {
            throw DryRunWords.unknownKind(target);
        }
        if (kind.get().namespaced() && target.namespace().isEmpty()) {
            throw DryRunWords.withoutNamespace(target);
        }
        return address(target, kind.get());
    }

    /** Where an object would be; none when its kind is not served any more. */
    Optional<Address> locate(Target target) {
        return kinds.find(target.apiVersion(), target.kind()).map(kind -> address(target, kind));
    }

    private static Address address(Target target, Kinds.Kind kind) {
        String namespace = kind.namespaced() ? target.namespace() : "";
        return new Address(target.apiVersion(), kind.plural(), namespace, target.name());
    }
}
