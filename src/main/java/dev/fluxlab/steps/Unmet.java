package dev.fluxlab.steps;

/**
 * A sentence that does not hold, as facts: what was expected, what was found (object, field, commit, digest), and where
 * to look. It never names the command that would mend it.
 */
public final class Unmet extends AssertionError {

    private static final long serialVersionUID = 1L;

    private final String expected;
    private final String found;
    private final String look;

    public Unmet(String expected, String found, String look) {
        super("expected " + expected + "; found " + found + ". Look at " + look + ".");
        this.expected = expected;
        this.found = found;
        this.look = look;
    }

    public String expected() {
        return expected;
    }

    public String found() {
        return found;
    }

    /** Where to look. */
    public String look() {
        return look;
    }
}
