package dev.fluxlab.kube.type;

import static dev.fluxlab.kube.type.Fill.all;
import static dev.fluxlab.kube.type.Fill.in;
import static dev.fluxlab.kube.type.Fill.missing;
import static dev.fluxlab.kube.type.Fill.within;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Null;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.util.function.UnaryOperator;

/** autoscaling/v2 HorizontalPodAutoscaler: stored and checked, nothing scales. */
final class Autoscalers {

    private static final long DEFAULT_UTILIZATION = 80;

    private static final Obj CPU_METRIC = Obj.builder()
            .put("type", "Resource")
            .put(
                    "resource",
                    Obj.builder()
                            .put("name", "cpu")
                            .put(
                                    "target",
                                    Obj.builder()
                                            .put("type", "Utilization")
                                            .put("averageUtilization", DEFAULT_UTILIZATION)
                                            .build())
                            .build())
            .build();

    private static final Obj PODS_POLICY = policy("Pods", 4);
    private static final Obj PERCENT_POLICY = policy("Percent", 100);

    private static final UnaryOperator<Obj> SCALE_UP = all(
            missing("stabilizationWindowSeconds", 0),
            missing("selectPolicy", "Max"),
            missing("policies", rules -> Arr.of(PODS_POLICY, PERCENT_POLICY)));

    private static final UnaryOperator<Obj> SCALE_DOWN =
            all(missing("selectPolicy", "Max"), missing("policies", rules -> Arr.of(PERCENT_POLICY)));

    private static final Table TABLE = new Table()
            .name()
            .text(
                    "Reference",
                    Doc.of("spec.scaleTargetRef"),
                    object -> object.text("spec", "scaleTargetRef", "kind") + "/"
                            + object.text("spec", "scaleTargetRef", "name"))
            .text("Targets", Doc.of("spec.metrics"), AutoscalerMetrics::text)
            .text(
                    "MinPods",
                    Doc.of("spec.minReplicas"),
                    object -> Read.either(object, "<unset>", "spec", "minReplicas"))
            .number(
                    "MaxPods",
                    "string",
                    Doc.of("spec.maxReplicas"),
                    object -> Read.number(object, "spec", "maxReplicas"))
            .number(
                    "Replicas",
                    "string",
                    Doc.of("status.currentReplicas"),
                    object -> Read.number(object, "status", "currentReplicas"))
            .age();

    private Autoscalers() {}

    static ResourceType.Builder type() {
        return ResourceType.of("autoscaling/v2", "HorizontalPodAutoscaler")
                .shortNames("hpa")
                .categories("all")
                .status()
                .rules(Rules.builder()
                        .defaults(within(
                                "spec",
                                all(
                                        missing("minReplicas", 1),
                                        Autoscalers::metrics,
                                        in(
                                                "behavior",
                                                all(within("scaleUp", SCALE_UP), within("scaleDown", SCALE_DOWN))))))
                        .status(Status.builtIn(Obj.builder()
                                .put("desiredReplicas", 0)
                                .put("currentMetrics", Null.NULL)
                                .build()))
                        .check(ScalingChecks::autoscaler)
                        .table(TABLE));
    }

    private static Obj metrics(Obj spec) {
        return spec.items("metrics").isEmpty() ? spec.with("metrics", Arr.of(CPU_METRIC)) : spec;
    }

    private static Obj policy(String type, long value) {
        return Obj.builder()
                .put("type", new Str(type))
                .put("value", Json.number(value))
                .put("periodSeconds", 15)
                .build();
    }
}
