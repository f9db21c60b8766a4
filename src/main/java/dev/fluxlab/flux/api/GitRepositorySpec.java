package dev.fluxlab.flux.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which repository, which commit, how often and with which credentials. */
@ValidationRule(
        value =
                "!has(self.serviceAccountName) || (has(self.provider) && (self.provider == 'azure' || self.provider == 'aws'))",
        message = "serviceAccountName can only be set when provider is 'azure' or 'aws'")
public record GitRepositorySpec(
        @Required @Pattern("^(http|https|ssh)://.*$") String url,
        @Nullable LocalRef secretRef,
        @Nullable Provider provider,
        String serviceAccountName,
        @Required @Pattern(Durations.ANY) String interval,
        @Default("60s") @Pattern(Durations.BELOW_HOURS) String timeout,
        @Nullable GitRef ref,
        @Nullable Verification verify,
        @Nullable LocalRef proxySecretRef,
        String ignore,
        boolean suspend,
        boolean recurseSubmodules,
        List<Include> include,
        List<String> sparseCheckout) {

    public GitRepositorySpec {
        serviceAccountName = Absent.text(serviceAccountName);
        timeout = timeout == null ? "60s" : timeout;
        ignore = Absent.text(ignore);
        include = Absent.list(include);
        sparseCheckout = Absent.list(sparseCheckout);
    }

    /** The reference, or none: the branch {@code master} then. */
    public GitRef reference() {
        return ref == null ? GitRef.NONE : ref;
    }

    /** Whose way of authenticating is used. */
    public enum Provider {
        @JsonProperty("generic")
        GENERIC,
        @JsonProperty("aws")
        AWS,
        @JsonProperty("azure")
        AZURE,
        @JsonProperty("github")
        GITHUB
    }

    /** Which signatures must be good, by keys of which secret. */
    public record Verification(@Default("HEAD") Mode mode, @Required LocalRef secretRef) {

        /** What has to be signed. */
        public enum Mode {
            @JsonProperty("head")
            HEAD_IN_LOWER_CASE,
            @JsonProperty("HEAD")
            HEAD,
            @JsonProperty("Tag")
            TAG,
            @JsonProperty("TagAndHEAD")
            TAG_AND_HEAD
        }
    }

    /** Another repository's artifact to copy in. */
    public record Include(@Required LocalRef repository, String fromPath, String toPath) {

        public Include {
            fromPath = Absent.text(fromPath);
            toPath = Absent.text(toPath);
        }
    }
}
