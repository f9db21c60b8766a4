package dev.fluxlab.tool;

/** Ends a tool with a message and an exit code, as the real tool would. */
final class ToolFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    ToolFailure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
