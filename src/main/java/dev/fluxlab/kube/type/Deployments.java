package dev.fluxlab.kube.type;

import static dev.fluxlab.kube.type.Fill.all;
import static dev.fluxlab.kube.type.Fill.missing;
import static dev.fluxlab.kube.type.Fill.says;
import static dev.fluxlab.kube.type.Fill.when;
import static dev.fluxlab.kube.type.Fill.within;

import dev.fluxlab.document.Obj;

/** apps/v1 Deployment. */
final class Deployments {

    private static final Table TABLE = Containers.columns(
                    new Table()
                            .name()
                            .text(
                                    "Ready",
                                    Doc.says("Number of the pod with ready state"),
                                    object -> Read.number(object, "status", "readyReplicas") + "/"
                                            + Read.number(object, "spec", "replicas"))
                            .number(
                                    "Up-to-date",
                                    "string",
                                    Doc.of("status.updatedReplicas"),
                                    object -> Read.number(object, "status", "updatedReplicas"))
                            .number(
                                    "Available",
                                    "string",
                                    Doc.of("status.availableReplicas"),
                                    object -> Read.number(object, "status", "availableReplicas"))
                            .age(),
                    Read::template)
            .wide("Selector", Doc.of("spec.selector"), object -> Selectors.text(object.obj("spec", "selector")));

    private Deployments() {}

    static ResourceType.Builder type() {
        return ResourceType.of("apps/v1", "Deployment")
                .shortNames("deploy")
                .categories("all")
                .scale(Scaling.WITH_SELECTOR)
                .status()
                .rules(Rules.builder()
                        .defaults(within(
                                "spec",
                                all(
                                        missing("replicas", 1),
                                        within("strategy", Deployments::strategy),
                                        missing("revisionHistoryLimit", 10),
                                        missing("progressDeadlineSeconds", 600),
                                        PodDefaults.TEMPLATE)))
                        .status(Status.builtIn())
                        .generation(Generation.OF_SPEC_AND_ANNOTATIONS)
                        .check(WorkloadChecks::deployment)
                        .checkChange(Immutable.field("spec.selector"))
                        .table(TABLE));
    }

    private static Obj strategy(Obj strategy) {
        return all(
                        missing("type", "RollingUpdate"),
                        when(
                                says("type", "RollingUpdate"),
                                within(
                                        "rollingUpdate",
                                        all(missing("maxUnavailable", "25%"), missing("maxSurge", "25%")))))
                .apply(strategy);
    }
}
