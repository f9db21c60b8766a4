package dev.fluxlab.kube.type;

import static dev.fluxlab.kube.type.Fill.all;
import static dev.fluxlab.kube.type.Fill.each;
import static dev.fluxlab.kube.type.Fill.in;
import static dev.fluxlab.kube.type.Fill.missing;
import static dev.fluxlab.kube.type.Fill.says;
import static dev.fluxlab.kube.type.Fill.when;
import static dev.fluxlab.kube.type.Fill.within;

import dev.fluxlab.document.Obj;
import java.util.function.UnaryOperator;

/** apps/v1 StatefulSet: stored and checked, no controller stands behind it. */
final class StatefulSets {

    private static final UnaryOperator<Obj> UPDATE_STRATEGY = all(
            when(
                    strategy -> Fill.isMissing(strategy, "type"),
                    all(missing("type", "RollingUpdate"), missing("rollingUpdate", Obj.EMPTY))),
            when(says("type", "RollingUpdate"), in("rollingUpdate", missing("partition", 0))));

    private static final UnaryOperator<Obj> CLAIM =
            all(within("spec", missing("volumeMode", "Filesystem")), within("status", missing("phase", "Pending")));

    private static final Table TABLE = Containers.columns(
            new Table()
                    .name()
                    .text(
                            "Ready",
                            Doc.says("Number of the pod with ready state"),
                            object -> Read.number(object, "status", "readyReplicas") + "/"
                                    + Read.number(object, "spec", "replicas"))
                    .age(),
            Read::template);

    private StatefulSets() {}

    static ResourceType.Builder type() {
        return ResourceType.of("apps/v1", "StatefulSet")
                .shortNames("sts")
                .categories("all")
                .scale(Scaling.WITH_SELECTOR)
                .status()
                .rules(Rules.builder()
                        .defaults(within(
                                "spec",
                                all(
                                        missing("podManagementPolicy", "OrderedReady"),
                                        within("updateStrategy", UPDATE_STRATEGY),
                                        within(
                                                "persistentVolumeClaimRetentionPolicy",
                                                all(missing("whenDeleted", "Retain"), missing("whenScaled", "Retain"))),
                                        missing("replicas", 1),
                                        missing("revisionHistoryLimit", 10),
                                        each("volumeClaimTemplates", CLAIM),
                                        PodDefaults.TEMPLATE)))
                        .status(Status.builtIn(Obj.builder()
                                .put("replicas", 0)
                                .put("availableReplicas", 0)
                                .build()))
                        .generation(Generation.OF_SPEC)
                        .check(WorkloadChecks::statefulSet)
                        .checkChange(WorkloadChecks::statefulSetChange)
                        .table(TABLE));
    }
}
