package dev.fluxlab.flux.policy;

/** No tag could be elected; says whether the policy itself is at fault or only today's tags. */
public final class ElectionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean invalid;

    private ElectionException(String message, boolean invalid) {
        super(message, null, false, false);
        this.invalid = invalid;
    }

    /** True when trying again cannot help: the policy has to be changed. */
    public boolean policyInvalid() {
        return invalid;
    }

    static ElectionException invalidPolicy(String problem) {
        return new ElectionException("invalid policy: " + problem, true);
    }

    static ElectionException invalidPattern(String pattern, String problem) {
        return new ElectionException(
                "failed to filter tags: invalid regular expression pattern '" + pattern + "': " + problem, true);
    }

    static ElectionException noCandidates() {
        return new ElectionException("version list argument cannot be empty", false);
    }

    static ElectionException noneInRange() {
        return new ElectionException("unable to determine latest version from provided list", false);
    }

    static ElectionException notANumber(String tag) {
        return new ElectionException("failed to parse invalid numeric value '" + tag + "'", false);
    }
}
