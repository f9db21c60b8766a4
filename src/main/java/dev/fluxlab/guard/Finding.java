package dev.fluxlab.guard;

/** A guardrail that does not hold: where, what is wrong there, why that matters, what to do next. */
public record Finding(RuleId rule, Severity severity, Place place, Message message) {

    /** What a finding tells. */
    public record Message(String what, String why, String next) {}
}
