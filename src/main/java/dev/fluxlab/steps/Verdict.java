package dev.fluxlab.steps;

import dev.fluxlab.document.Obj;
import java.time.Duration;

/**
 * What came of judging one sentence.
 *
 * @param message what was expected and found, or why it could not be judged; empty when the sentence holds
 */
public record Verdict(String sentence, Status status, String message, Duration took) {

    /** The three ways a sentence can end. */
    public enum Status {
        PASS("✔", 0),
        FAIL("✗", 1),
        NOT_JUDGED("?", 3);

        private final String mark;
        private final int exitCode;

        Status(String mark, int exitCode) {
            this.mark = mark;
            this.exitCode = exitCode;
        }

        public String mark() {
            return mark;
        }

        /** The exit code of a command that ends so. */
        public int exitCode() {
            return exitCode;
        }
    }

    public boolean holds() {
        return status == Status.PASS;
    }

    public Obj toJson() {
        return Obj.builder()
                .put("sentence", sentence)
                .put("status", status.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
                .put("message", message)
                .put("milliseconds", took.toMillis())
                .build();
    }
}
