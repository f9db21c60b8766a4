package dev.fluxlab.flux.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whose webhook it is, how it is checked, and what it sets off. */
public record ReceiverSpec(
        @Required Type type,
        @Default("10m") @Pattern(Durations.ANY) String interval,
        List<String> events,
        @Required List<Resource> resources,
        String resourceFilter,
        @Nullable LocalRef secretRef,
        List<OidcProvider> oidcProviders,
        boolean suspend) {

    public ReceiverSpec {
        interval = interval == null ? "10m" : interval;
        events = Absent.list(events);
        resources = Absent.list(resources);
        resourceFilter = Absent.text(resourceFilter);
        oidcProviders = Absent.list(oidcProviders);
    }

    /** Who calls. */
    public enum Type {
        @JsonProperty("generic")
        GENERIC,
        @JsonProperty("generic-hmac")
        GENERIC_HMAC,
        @JsonProperty("generic-oidc")
        GENERIC_OIDC,
        @JsonProperty("github")
        GITHUB,
        @JsonProperty("gitlab")
        GITLAB,
        @JsonProperty("bitbucket")
        BITBUCKET,
        @JsonProperty("harbor")
        HARBOR,
        @JsonProperty("dockerhub")
        DOCKERHUB,
        @JsonProperty("quay")
        QUAY,
        @JsonProperty("gcr")
        GCR,
        @JsonProperty("nexus")
        NEXUS,
        @JsonProperty("acr")
        ACR,
        @JsonProperty("cdevents")
        CDEVENTS
    }

    /** Objects to run. */
    public record Resource(
            String apiVersion,
            @Required EventSourceKind kind,
            @Required @Size(min = 1, max = 253) String name,
            @Size(min = 1, max = 253) String namespace,
            Map<String, String> matchLabels,
            String filter) {

        public Resource {
            apiVersion = Absent.text(apiVersion);
            namespace = Absent.text(namespace);
            matchLabels = Absent.map(matchLabels);
            filter = Absent.text(filter);
        }
    }

    /** An issuer of tokens that are accepted. */
    public record OidcProvider(@Required String issuerURL, @Required String audience) {}
}
