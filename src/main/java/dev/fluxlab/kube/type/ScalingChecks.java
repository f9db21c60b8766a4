package dev.fluxlab.kube.type;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;

/** What is checked of autoscalers, disruption budgets and leases. */
final class ScalingChecks {

    private ScalingChecks() {}

    static void autoscaler(Obj autoscaler, Findings found) {
        Obj spec = autoscaler.obj("spec");
        Findings at = found.in("spec");
        long least = Read.number(spec, "minReplicas");
        long most = Read.number(spec, "maxReplicas");
        if (spec.has("minReplicas") && least < 1) {
            at.in("minReplicas").invalid(Json.number(least), "must be greater than or equal to 1");
        }
        if (most == 0) {
            at.in("maxReplicas").required("must be set and greater than 0");
        } else if (most < 0) {
            at.in("maxReplicas").invalid(Json.number(most), "must be greater than or equal to 1");
        }
        if (spec.has("minReplicas") && most < least) {
            at.in("maxReplicas").invalid(Json.number(most), "must be greater than or equal to `minReplicas`");
        }
        Checks.name(spec.obj("scaleTargetRef"), "kind", Formats::pathSegment, at.in("scaleTargetRef"));
        Checks.name(spec.obj("scaleTargetRef"), "name", Formats::pathSegment, at.in("scaleTargetRef"));
    }

    static void budget(Obj budget, Findings found) {
        Obj spec = budget.obj("spec");
        Findings at = found.in("spec");
        if (spec.has("minAvailable") && spec.has("maxUnavailable")) {
            at.invalid(spec, "minAvailable and maxUnavailable cannot be both set");
        }
        Checks.countOrPercent(spec, "minAvailable", true, at);
        Checks.countOrPercent(spec, "maxUnavailable", true, at);
        Checks.selector(spec.obj("selector"), at.in("selector"));
    }

    static void lease(Obj lease, Findings found) {
        Obj spec = lease.obj("spec");
        Findings at = found.in("spec");
        spec.get("leaseDurationSeconds")
                .filter(value -> value.asLong().orElse(1L) <= 0)
                .ifPresent(value -> at.in("leaseDurationSeconds").invalid(value, "must be greater than 0"));
        Checks.nonNegative(spec, at, "leaseTransitions");
    }
}
