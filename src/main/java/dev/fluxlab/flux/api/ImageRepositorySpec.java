package dev.fluxlab.flux.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which image is scanned, how often, with which credentials, and who may use its tags. */
public record ImageRepositorySpec(
        @Required String image,
        @Required @Pattern(Durations.ANY) String interval,
        @Pattern(Durations.BELOW_HOURS) String timeout,
        @Nullable LocalRef secretRef,
        @Nullable LocalRef proxySecretRef,
        @Size(max = 253) String serviceAccountName,
        @Nullable LocalRef certSecretRef,
        boolean suspend,
        @Nullable AccessFrom accessFrom,
        @Default("[\"^.*\\\\.sig$\"]") @Size(max = 25) List<String> exclusionList,
        @Default("generic") @Nullable Provider provider,
        boolean insecure) {

    public ImageRepositorySpec {
        timeout = Absent.text(timeout);
        serviceAccountName = Absent.text(serviceAccountName);
        exclusionList = Absent.list(exclusionList);
    }

    /** The namespaces whose policies may use the tags. */
    public record AccessFrom(@Required List<NamespaceSelector> namespaceSelectors) {

        public AccessFrom {
            namespaceSelectors = Absent.list(namespaceSelectors);
        }

        /** Namespaces by their labels. */
        public record NamespaceSelector(Map<String, String> matchLabels) {

            public NamespaceSelector {
                matchLabels = Absent.map(matchLabels);
            }
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
}
