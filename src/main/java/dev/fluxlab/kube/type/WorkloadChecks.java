package dev.fluxlab.kube.type;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Null;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.util.List;
import java.util.stream.Stream;

/** What is checked of the kinds that keep pods running. */
final class WorkloadChecks {

    private static final String FIXED = "updates to statefulset spec for fields other than 'replicas', 'ordinals',"
            + " 'template', 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and"
            + " 'minReadySeconds' are forbidden";

    private WorkloadChecks() {}

    static void deployment(Obj deployment, Findings found) {
        Obj spec = deployment.obj("spec");
        Findings at = found.in("spec");
        Checks.nonNegative(spec, at, "replicas");
        if (selector(spec, "deployment", at)) {
            template(spec, "ReplicaSet", at);
        }
        strategy(spec.obj("strategy"), at.in("strategy"));
        Checks.nonNegative(spec, at, "minReadySeconds", "revisionHistoryLimit", "progressDeadlineSeconds");
        if (Read.number(spec, "progressDeadlineSeconds") <= Read.number(spec, "minReadySeconds")) {
            at.in("progressDeadlineSeconds")
                    .invalid(
                            spec.get("progressDeadlineSeconds").orElse(Null.NULL),
                            "must be greater than minReadySeconds");
        }
    }

    private static void strategy(Obj strategy, Findings at) {
        switch (strategy.text("type")) {
            case "Recreate" -> {
                if (strategy.has("rollingUpdate")) {
                    at.in("rollingUpdate").forbidden("may not be specified when strategy `type` is 'Recreate'");
                }
            }
            case "RollingUpdate" -> rolling(strategy.obj("rollingUpdate"), at.in("rollingUpdate"));
            default -> at.notSupported(strategy, List.of("Recreate", "RollingUpdate"));
        }
    }

    private static void rolling(Obj rolling, Findings at) {
        Checks.countOrPercent(rolling, "maxUnavailable", false, at);
        Checks.countOrPercent(rolling, "maxSurge", false, at);
        if (isZero(rolling, "maxUnavailable") && isZero(rolling, "maxSurge")) {
            at.in("maxUnavailable")
                    .invalid(rolling.get("maxUnavailable").orElse(Null.NULL), "may not be 0 when `maxSurge` is 0");
        }
        String share = rolling.text("maxUnavailable");
        if (Formats.percent(share).isEmpty() && Checks.percent(share) > 100) {
            at.in("maxUnavailable").invalid(share, "must not be greater than 100%");
        }
    }

    private static boolean isZero(Obj rolling, String field) {
        return List.of("0", "0%").contains(Read.either(rolling, "", field));
    }

    static void replicaSet(Obj object, Findings found) {
        Obj spec = object.obj("spec");
        Findings at = found.in("spec");
        Checks.nonNegative(spec, at, "replicas", "minReadySeconds");
        if (selector(spec, "deployment", at)) { // the real server says so of replica sets too
            template(spec, "ReplicaSet", at);
        }
    }

    static void statefulSet(Obj object, Findings found) {
        Obj spec = object.obj("spec");
        Findings at = found.in("spec");
        String policy = spec.text("podManagementPolicy");
        if (!List.of("OrderedReady", "Parallel").contains(policy)) {
            at.in("podManagementPolicy").invalid(policy, "must be 'OrderedReady' or 'Parallel'");
        }
        Obj update = spec.obj("updateStrategy");
        if (!List.of("RollingUpdate", "OnDelete").contains(update.text("type"))) {
            at.in("updateStrategy").invalid(update, "must be 'RollingUpdate' or 'OnDelete'");
        } else if (update.text("type").equals("OnDelete") && update.has("rollingUpdate")) {
            at.in("updateStrategy", "rollingUpdate")
                    .invalid(update.obj("rollingUpdate"), "only allowed for updateStrategy 'RollingUpdate'");
        }
        Checks.nonNegative(spec, at, "replicas", "minReadySeconds");
        if (selector(spec, "statefulset", at)) {
            template(withClaims(spec), "StatefulSet", at);
        }
    }

    /** Claims become volumes of each pod, so that mounts may name them. */
    private static Obj withClaims(Obj spec) {
        if (spec.items("volumeClaimTemplates").isEmpty()) {
            return spec;
        }
        Stream<Json> claims = spec.items("volumeClaimTemplates").stream()
                .map(claim -> Obj.of("name", claim.text("metadata", "name")).with("emptyDir", Obj.EMPTY));
        Stream<Json> declared = spec.items("template", "spec", "volumes").stream();
        Arr volumes = new Arr(Stream.concat(claims, declared).toList());
        return spec.withObj("template", template -> template.withObj("spec", pod -> pod.with("volumes", volumes)));
    }

    static void statefulSetChange(Obj object, Obj old, Findings found) {
        if (!fixed(object).equals(fixed(old))) {
            found.in("spec").forbidden(FIXED);
        }
    }

    private static Obj fixed(Obj object) {
        Obj spec = object.obj("spec");
        for (String field : List.of(
                "replicas",
                "ordinals",
                "template",
                "updateStrategy",
                "revisionHistoryLimit",
                "persistentVolumeClaimRetentionPolicy",
                "minReadySeconds")) {
            spec = spec.without(field);
        }
        return spec;
    }

    /** Whether the selector is one that labels can be held against. */
    private static boolean selector(Obj spec, String kind, Findings at) {
        if (!hasSelector(spec)) {
            at.in("selector").required("");
            return true;
        }
        Obj selector = spec.obj("selector");
        Findings tried = Findings.none();
        Checks.selector(selector, tried.in("spec", "selector"));
        tried.all().forEach(at::add);
        if (selector.obj("matchLabels").isEmpty()
                && selector.items("matchExpressions").isEmpty()) {
            at.in("selector").invalid(selector, "empty selector is invalid for " + kind);
        }
        if (!tried.isEmpty()) {
            at.in("selector").invalid(selector, kind.equals("statefulset") ? "" : "invalid label selector");
        }
        return tried.isEmpty();
    }

    private static boolean hasSelector(Obj spec) {
        return !Fill.isMissing(spec, "selector");
    }

    private static void template(Obj spec, String kind, Findings found) {
        Obj template = spec.obj("template");
        Findings at = found.in("template");
        boolean matches =
                hasSelector(spec) && Selectors.matches(spec.obj("selector"), template.texts("metadata", "labels"));
        if (!matches) {
            at.in("metadata", "labels")
                    .invalid(
                            template.at("metadata", "labels").orElse(Null.NULL),
                            "`selector` does not match template `labels`");
        }
        PodChecks.template(template, at);
        String policy = template.text("spec", "restartPolicy");
        if (!policy.equals("Always")) {
            at.in("spec", "restartPolicy").notSupported(new Str(policy), List.of("Always"));
        }
        if (template.obj("spec").has("activeDeadlineSeconds")) {
            at.in("spec", "activeDeadlineSeconds").forbidden("activeDeadlineSeconds in " + kind + " is not Supported");
        }
    }
}
