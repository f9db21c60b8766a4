package dev.fluxlab.flux.template;

/** A template that cannot be read or carried out, in the words and with the place that Go gives. */
public final class TemplateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TemplateException(String message) {
        super(message, null, false, false);
    }

    /** The same failure, said to have happened during a step. */
    public TemplateException within(String step) {
        return new TemplateException(step + getMessage());
    }

    static TemplateException parsing(String name, int line, String problem) {
        return new TemplateException("template: " + name + ":" + line + ": " + problem);
    }
}
