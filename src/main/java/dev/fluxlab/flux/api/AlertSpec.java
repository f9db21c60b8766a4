package dev.fluxlab.flux.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import java.util.Map;

/** Which events of which objects go to which provider, and what is added to them. */
public record AlertSpec(
        @Required LocalRef providerRef,
        @Default("info") Severity eventSeverity,
        @Required List<EventSource> eventSources,
        List<String> inclusionList,
        List<String> exclusionList,
        Map<String, String> eventMetadata,
        @Size(max = 255) String summary,
        boolean suspend) {

    public AlertSpec {
        eventSeverity = eventSeverity == null ? Severity.INFO : eventSeverity;
        eventSources = Absent.list(eventSources);
        inclusionList = Absent.list(inclusionList);
        exclusionList = Absent.list(exclusionList);
        eventMetadata = Absent.map(eventMetadata);
        summary = Absent.text(summary);
    }

    /** The least severity that passes. */
    public enum Severity {
        @JsonProperty("info")
        INFO,
        @JsonProperty("error")
        ERROR
    }

    /** Objects whose events count. */
    public record EventSource(
            String apiVersion,
            @Required EventSourceKind kind,
            @Required @Size(min = 1, max = 253) String name,
            @Size(min = 1, max = 253) String namespace,
            Map<String, String> matchLabels) {

        public EventSource {
            apiVersion = Absent.text(apiVersion);
            namespace = Absent.text(namespace);
            matchLabels = Absent.map(matchLabels);
        }
    }
}
