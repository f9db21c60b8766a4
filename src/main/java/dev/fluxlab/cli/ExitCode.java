package dev.fluxlab.cli;

/** What the exit code of every verb says. */
enum ExitCode {
    /** What was asked was done, or what was asked about holds. */
    HOLDS(0),
    /** What was asked about does not hold. */
    DOES_NOT_HOLD(1),
    /** The command line is wrong; nothing was done. */
    WRONG_USAGE(2),
    /** It could not be judged or done; never a pass and never a fail. */
    UNJUDGED(3);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
