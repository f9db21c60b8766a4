package dev.fluxlab.guard;

import dev.fluxlab.guard.Finding.Message;
import java.time.InstantSource;
import java.util.Optional;

/** A policy whose pattern is one tag holds a rollback: it says why, until when, and what ends it. */
final class PinRule implements Rule {

    private final Expiry expiry;

    PinRule(InstantSource clock) {
        expiry = new Expiry(clock);
    }

    @Override
    public void check(Fleet fleet, Findings findings) {
        fleet.all(Fleet.IMAGE, "ImagePolicy")
                .forEach(policy -> pinned(policy).ifPresent(tag -> explained(policy, tag, findings)));
    }

    private static Optional<String> pinned(Manifest policy) {
        try {
            return TagLanguage.of(policy.object().text("spec", "filterTags", "pattern"))
                    .onlyTag();
        } catch (PatternException toldElsewhere) {
            return Optional.empty();
        }
    }

    private void explained(Manifest policy, String tag, Findings findings) {
        expiry.problem(policy, "fluxlab.io/pinned-until")
                .ifPresent(
                        problem -> findings.error(
                                RuleId.POLICY_PIN,
                                policy.at("/spec/filterTags/pattern"),
                                new Message(
                                        policy + " is pinned to " + tag + ": " + problem,
                                        "a pin that nobody remembers keeps every later fix out",
                                        "annotate it with fluxlab.io/incident and fluxlab.io/pinned-until (a date to come), or unpin it")));
    }
}
