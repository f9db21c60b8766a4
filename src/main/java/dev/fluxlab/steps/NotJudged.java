package dev.fluxlab.steps;

/** A sentence that could not be judged: a world out of reach, or an answer that did not come in time. */
public final class NotJudged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotJudged(String why) {
        super(why);
    }
}
