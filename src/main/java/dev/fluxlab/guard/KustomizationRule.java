package dev.fluxlab.guard;

import dev.fluxlab.document.Json;
import dev.fluxlab.guard.Finding.Message;
import java.time.Duration;
import java.util.Optional;

/** How an environment is applied: the right folder, and in production never by force and never blindly. */
final class KustomizationRule implements Rule {

    private static final Duration SLOWEST = Duration.ofMinutes(5);

    @Override
    public void check(Fleet fleet, Findings findings) {
        fleet.all(Fleet.KUSTOMIZE, "Kustomization").forEach(manifest -> {
            Optional<Environment> applied =
                    Environment.ofPath(FleetBuilds.normal(manifest.object().text("spec", "path")));
            Environment.ofName(manifest.name())
                    .filter(named -> !applied.equals(Optional.of(named)))
                    .ifPresent(named -> otherFolder(manifest, named, findings));
            if (applied.equals(Optional.of(Environment.PRODUCTION))) {
                production(manifest, findings);
            }
        });
    }

    private static void otherFolder(Manifest manifest, Environment named, Findings findings) {
        String path = manifest.object().text("spec", "path");
        findings.error(
                RuleId.KUSTOMIZATION_PATH,
                manifest.at("/spec/path"),
                new Message(
                        manifest + " applies " + (path.isEmpty() ? "the whole repository" : path),
                        "one environment's objects are applied, and pruned, in the name of " + named.word(),
                        "set spec.path to the folder of " + named.word()));
    }

    private static void production(Manifest manifest, Findings findings) {
        Json spec = manifest.object().obj("spec");
        if (isOn(spec, "force")) {
            findings.error(
                    RuleId.NO_FORCE,
                    manifest.at("/spec/force"),
                    new Message(
                            manifest + " is applied by force",
                            "an object that cannot be changed is deleted first, and with it its pods, in production",
                            "remove spec.force; change an immutable field by a new object"));
        }
        if (!isOn(spec, "wait") && spec.items("healthChecks").isEmpty()) {
            findings.warning(
                    RuleId.FAST_FAILURE,
                    manifest.at("/spec"),
                    new Message(
                            manifest + " is ready as soon as it is applied",
                            "a release that never becomes healthy is reported as success",
                            "set spec.wait to true and spec.timeout to a few minutes"));
        }
        Optional<Duration> timeout = Intervals.parse(spec.text("timeout"));
        if (timeout.map(found -> found.compareTo(SLOWEST) > 0).orElse(false)) {
            findings.warning(
                    RuleId.FAST_FAILURE,
                    manifest.at("/spec/timeout"),
                    new Message(
                            manifest + " waits " + spec.text("timeout") + " for health",
                            "until then no fix is applied either: a check that runs blocks the next revision",
                            "set spec.timeout to 5m or less"));
        }
    }

    private static boolean isOn(Json spec, String field) {
        return spec.at(field).flatMap(Json::asBoolean).orElse(false);
    }
}
