package dev.fluxlab.kube.type;

import static dev.fluxlab.kube.type.Fill.all;
import static dev.fluxlab.kube.type.Fill.missing;
import static dev.fluxlab.kube.type.Fill.within;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;

/** apps/v1 ReplicaSet. */
final class ReplicaSets {

    private static final Table TABLE = Containers.columns(
                    new Table()
                            .name()
                            .number(
                                    "Desired",
                                    "integer",
                                    Doc.of("spec.replicas"),
                                    object -> Read.number(object, "spec", "replicas"))
                            .number(
                                    "Current",
                                    "integer",
                                    Doc.of("status.replicas"),
                                    object -> Read.number(object, "status", "replicas"))
                            .number(
                                    "Ready",
                                    "integer",
                                    Doc.of("status.readyReplicas"),
                                    object -> Read.number(object, "status", "readyReplicas"))
                            .age(),
                    Read::template)
            .wide("Selector", Doc.of("spec.selector"), object -> Selectors.textOrNone(object.obj("spec", "selector")));

    private ReplicaSets() {}

    static ResourceType.Builder type() {
        return ResourceType.of("apps/v1", "ReplicaSet")
                .shortNames("rs")
                .categories("all")
                .scale(Scaling.WITH_SELECTOR)
                .status()
                .rules(Rules.builder()
                        .defaults(within("spec", all(missing("replicas", 1), PodDefaults.TEMPLATE)))
                        .status(Status.builtIn(Obj.of("replicas", Json.number(0))))
                        .generation(Generation.OF_SPEC)
                        .check(WorkloadChecks::replicaSet)
                        .checkChange(Immutable.field("spec.selector"))
                        .table(TABLE));
    }
}
