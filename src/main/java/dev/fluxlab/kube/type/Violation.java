package dev.fluxlab.kube.type;

/** One thing that is wrong with an object: a cause of a 422 answer. */
public record Violation(Reason reason, String field, String body) {

    /** What a status cause calls it. */
    public enum Reason {
        REQUIRED("FieldValueRequired", "Required value"),
        INVALID("FieldValueInvalid", "Invalid value"),
        NOT_SUPPORTED("FieldValueNotSupported", "Unsupported value"),
        DUPLICATE("FieldValueDuplicate", "Duplicate value"),
        FORBIDDEN("FieldValueForbidden", "Forbidden"),
        TOO_LONG("FieldValueTooLong", "Too long"),
        TOO_MANY("FieldValueTooMany", "Too many"),
        TYPE_INVALID("FieldValueTypeInvalid", "Invalid value"),
        NOT_FOUND("FieldValueNotFound", "Not found"),
        INTERNAL("InternalError", "Internal error");

        private final String cause;
        private final String words;

        Reason(String cause, String words) {
            this.cause = cause;
            this.words = words;
        }

        String words() {
            return words;
        }

        @Override
        public String toString() {
            return cause;
        }
    }

    /** As the list in a status message says it; {@link #body} alone is the cause's message. */
    @Override
    public String toString() {
        return field + ": " + body;
    }
}
