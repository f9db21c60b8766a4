package dev.fluxlab.flux.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** One aspect of an object's state, as Kubernetes' conventions write it. */
public record Condition(
        @Required
                @Pattern(
                        "^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])$")
                @Size(max = 316)
                String type,
        @Required Status status,
        @Required @Pattern("^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$") @Size(min = 1, max = 1024) String reason,
        @Required @Size(max = 32768) String message,
        @Min(0) long observedGeneration,
        @Required String lastTransitionTime) {

    /** Whether the aspect holds. */
    public enum Status {
        @JsonProperty("True")
        TRUE("True"),
        @JsonProperty("False")
        FALSE("False"),
        @JsonProperty("Unknown")
        UNKNOWN("Unknown");

        private final String text;

        Status(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
