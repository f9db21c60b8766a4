package dev.fluxlab.flux.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** Which repository's tags take part, and how one of them is elected. */
@ValidationRule(
        value = "!has(self.interval) || (has(self.digestReflectionPolicy) && self.digestReflectionPolicy == 'Always')",
        message = "spec.interval is only accepted when spec.digestReflectionPolicy is set to 'Always'")
@ValidationRule(
        value = "has(self.interval) || !has(self.digestReflectionPolicy) || self.digestReflectionPolicy != 'Always'",
        message = "spec.interval must be set when spec.digestReflectionPolicy is set to 'Always'")
public record ImagePolicySpec(
        @Required RepositoryRef imageRepositoryRef,
        @Required Choice policy,
        @Nullable TagFilter filterTags,
        @Default("Never") DigestReflection digestReflectionPolicy,
        @Pattern(Durations.ANY) String interval,
        boolean suspend) {

    public ImagePolicySpec {
        digestReflectionPolicy = digestReflectionPolicy == null ? DigestReflection.NEVER : digestReflectionPolicy;
        interval = Absent.text(interval);
    }

    /** The repository, of this namespace unless another is named. */
    public record RepositoryRef(@Required String name, String namespace) {

        public RepositoryRef {
            namespace = Absent.text(namespace);
        }
    }

    /** One of three ways to elect; the first that is given counts. */
    public record Choice(@Nullable SemVer semver, @Nullable Ordering alphabetical, @Nullable Ordering numerical) {

        /** The highest version of a range. */
        public record SemVer(@Required String range) {}

        /** The last, or the first, by text or number. */
        public record Ordering(@Default("asc") Order order) {

            public Ordering {
                order = order == null ? Order.ASCENDING : order;
            }
        }

        /** Which end is elected: ascending elects the last. */
        public enum Order {
            @JsonProperty("asc")
            ASCENDING,
            @JsonProperty("desc")
            DESCENDING
        }
    }

    /** Which tags take part, and what of them is compared. */
    public record TagFilter(String pattern, String extract) {

        public TagFilter {
            pattern = Absent.text(pattern);
            extract = Absent.text(extract);
        }
    }

    /** When the digest of the elected tag is looked up. */
    public enum DigestReflection {
        @JsonProperty("Always")
        ALWAYS,
        @JsonProperty("IfNotPresent")
        IF_NOT_PRESENT,
        @JsonProperty("Never")
        NEVER
    }
}
