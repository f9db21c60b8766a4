package dev.fluxlab.forge.run;

/** Why a step failed, in words for its log. */
final class StepFailed extends Exception {

    private static final long serialVersionUID = 1L;

    StepFailed(String message) {
        super(message);
    }
}
