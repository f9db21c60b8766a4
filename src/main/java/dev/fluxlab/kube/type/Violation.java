package dev.fluxlab.kube.type;

/** One thing that is wrong with an object: a cause of a 422 answer. */
public record Violation(Reason reason, String field, String body) {

    /** What a status cause calls it. */
    public enum Reason {
        REQUIRED("FieldValueRequired"),
        INVALID("FieldValueInvalid"),
        NOT_SUPPORTED("FieldValueNotSupported"),
        DUPLICATE("FieldValueDuplicate"),
        FORBIDDEN("FieldValueForbidden"),
        TOO_LONG("FieldValueTooLong"),
        TOO_MANY("FieldValueTooMany"),
        TYPE_INVALID("FieldValueTypeInvalid"),
        NOT_FOUND("FieldValueNotFound"),
        INTERNAL("InternalError");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** As the list in a status message says it; {@link #body} alone is the cause's message. */
    @Override
    public String toString() {
        return field + ": " + body;
    }
}
