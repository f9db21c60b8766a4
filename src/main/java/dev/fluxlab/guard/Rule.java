package dev.fluxlab.guard;

/** A guardrail: looks at a fleet and reports what does not hold. */
@FunctionalInterface
interface Rule {

    void check(Fleet fleet, Findings findings);
}
