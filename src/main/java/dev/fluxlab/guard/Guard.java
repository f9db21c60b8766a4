package dev.fluxlab.guard;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** Holds a fleet to its guardrails. */
public final class Guard {

    private final List<Rule> rules;

    /** A guard to whom dates of expiry are past or future by the given clock. */
    public Guard(InstantSource clock) {
        rules = List.of(
                new PolicyRule(),
                new PinRule(clock),
                new MutableImageRule(),
                new MarkerRule(),
                new AutomationRule(),
                new NoRebuildRule(),
                new RendersRule(),
                new SuspensionRule(clock),
                new KustomizationRule(),
                new DependenciesRule(),
                new IntervalsRule(),
                new ReplicasRule(),
                new RegistryAccessRule());
    }

    /**
     * What does not hold in a checkout, hard stops first.
     *
     * @throws IOException when the folder cannot be read
     */
    public List<Finding> over(Path checkout) throws IOException {
        return over(Checkout.read(checkout));
    }

    List<Finding> over(Fleet fleet) {
        Findings findings = new Findings();
        rules.forEach(rule -> rule.check(fleet, findings));
        return findings.sorted();
    }
}
