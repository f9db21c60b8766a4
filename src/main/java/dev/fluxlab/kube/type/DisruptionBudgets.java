package dev.fluxlab.kube.type;

import dev.fluxlab.document.Obj;

/** policy/v1 PodDisruptionBudget: stored and checked, no controller counts. */
final class DisruptionBudgets {

    private static final Table TABLE = new Table()
            .name()
            .text(
                    "Min Available",
                    Doc.says("The minimum number of pods that must be available."),
                    object -> Read.either(object, "N/A", "spec", "minAvailable"))
            .text(
                    "Max Unavailable",
                    Doc.says("The maximum number of pods that may be unavailable."),
                    object -> Read.either(object, "N/A", "spec", "maxUnavailable"))
            .number(
                    "Allowed Disruptions",
                    "integer",
                    Doc.says("Calculated number of pods that may be disrupted at this time."),
                    object -> Read.number(object, "status", "disruptionsAllowed"))
            .age();

    private static final Obj NOTHING_COUNTED = Obj.builder()
            .put("disruptionsAllowed", 0)
            .put("currentHealthy", 0)
            .put("desiredHealthy", 0)
            .put("expectedPods", 0)
            .build();

    private DisruptionBudgets() {}

    static ResourceType.Builder type() {
        return ResourceType.of("policy/v1", "PodDisruptionBudget")
                .shortNames("pdb")
                .status()
                .rules(Rules.builder()
                        .status(Status.builtIn(NOTHING_COUNTED))
                        .generation(Generation.OF_SPEC)
                        .check(ScalingChecks::budget)
                        .needsResourceVersion()
                        .table(TABLE));
    }
}
