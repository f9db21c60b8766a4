package dev.fluxlab.forge.workflow;

/** Something in a workflow file that cannot be: says where, and what instead. */
public final class WorkflowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WorkflowException(String file, int line, String problem) {
        super(file + ":" + line + ": " + problem);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
