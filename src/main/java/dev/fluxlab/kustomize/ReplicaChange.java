package dev.fluxlab.kustomize;

import dev.fluxlab.document.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sets the number of replicas of the workloads of a name. */
record ReplicaChange(String name, Json count) implements Change {

    @Override
    public void apply(ResourceSet resources) {
        boolean found = false;
        for (FieldSpec field : FieldSpecs.REPLICAS) {
            List<Resource> named =
                    resources.withAnyId(id -> id.name().equals(name) && id.gvk().isSelectedBy(field.gvk()));
            named.forEach(resource -> resource.become(field.change(resource, Optional.of(count), old -> count)));
            found |= !named.isEmpty();
        }
        if (!found) {
            throw new KustomizeException(
                    "resource with name " + name + " does not match a config with the following GVK ["
                            + FieldSpecs.REPLICAS.stream()
                                    .map(field -> field.gvk().toString())
                                    .collect(Collectors.joining(" "))
                            + "]");
        }
    }
}
