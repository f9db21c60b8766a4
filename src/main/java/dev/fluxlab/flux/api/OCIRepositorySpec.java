package dev.fluxlab.flux.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which artifacts, which tag or digest, which layer, and whose signature must be good. */
public record OCIRepositorySpec(
        @Required @Pattern("^oci://.*$") String url,
        @Nullable Ref ref,
        @Nullable LayerSelector layerSelector,
        @Default("generic") @Nullable Provider provider,
        @Nullable LocalRef secretRef,
        @Nullable Verification verify,
        String serviceAccountName,
        @Nullable LocalRef certSecretRef,
        @Nullable LocalRef proxySecretRef,
        @Required @Pattern(Durations.ANY) String interval,
        @Default("60s") @Pattern(Durations.BELOW_HOURS) String timeout,
        String ignore,
        boolean insecure,
        boolean suspend) {

    public OCIRepositorySpec {
        serviceAccountName = Absent.text(serviceAccountName);
        timeout = timeout == null ? "60s" : timeout;
        ignore = Absent.text(ignore);
    }

    public Ref reference() {
        return ref == null ? new Ref("", "", "", "") : ref;
    }

    /** The artifact to fetch: digest, semver and tag count in that order. */
    public record Ref(String digest, String semver, String semverFilter, String tag) {

        public Ref {
            digest = Absent.text(digest);
            semver = Absent.text(semver);
            semverFilter = Absent.text(semverFilter);
            tag = Absent.text(tag);
        }
    }

    /** The layer that counts, and whether it is unpacked. */
    public record LayerSelector(String mediaType, @Nullable Operation operation) {

        public LayerSelector {
            mediaType = Absent.text(mediaType);
        }

        /** What is done with the layer. */
        public enum Operation {
            @JsonProperty("extract")
            EXTRACT,
            @JsonProperty("copy")
            COPY
        }
    }

    /** Whose registry it is. */
    public enum Provider {
        @JsonProperty("generic")
        GENERIC,
        @JsonProperty("aws")
        AWS,
        @JsonProperty("azure")
        AZURE,
        @JsonProperty("gcp")
        GCP
    }

    /** Which signature must be good, by keys of which secret. */
    public record Verification(
            @Required @Default("cosign") Verifier provider,
            @Nullable LocalRef secretRef,
            List<Identity> matchOIDCIdentity,
            @Nullable LocalRef trustedRootSecretRef) {

        public Verification {
            matchOIDCIdentity = Absent.list(matchOIDCIdentity);
        }

        /** The signing tool. */
        public enum Verifier {
            @JsonProperty("cosign")
            COSIGN,
            @JsonProperty("notation")
            NOTATION
        }

        /** Patterns for who may have signed without a key. */
        public record Identity(@Required String issuer, @Required String subject) {}
    }
}
