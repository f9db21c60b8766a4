package dev.fluxlab.guard;

import dev.fluxlab.document.Json;
import dev.fluxlab.guard.Finding.Message;
import java.time.InstantSource;

/** What is suspended in Git is so for an incident, and until a date. */
final class SuspensionRule implements Rule {

    private final Expiry expiry;

    SuspensionRule(InstantSource clock) {
        expiry = new Expiry(clock);
    }

    @Override
    public void check(Fleet fleet, Findings findings) {
        fleet.manifests().stream()
                .filter(Manifest::isFlux)
                .filter(manifest -> manifest.object()
                        .at("spec", "suspend")
                        .flatMap(Json::asBoolean)
                        .orElse(false))
                .forEach(manifest -> explained(manifest, findings));
    }

    private void explained(Manifest manifest, Findings findings) {
        expiry.problem(manifest, "fluxlab.io/suspend-until")
                .ifPresent(
                        problem -> findings.error(
                                RuleId.SUSPENSION,
                                manifest.at("/spec/suspend"),
                                new Message(
                                        manifest + " is suspended: " + problem,
                                        "while it is suspended Git says one thing and the cluster may do another",
                                        "annotate it with fluxlab.io/incident and fluxlab.io/suspend-until (a date to come), or resume it")));
    }
}
