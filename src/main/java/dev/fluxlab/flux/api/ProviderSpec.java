package dev.fluxlab.flux.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** Which service, at which address, with which credentials. */
public record ProviderSpec(
        @Required Type type,
        @Pattern(Durations.ANY) String interval,
        @Size(max = 2048) String channel,
        @Size(max = 2048) String username,
        @Size(max = 2048) String address,
        @Pattern(Durations.BELOW_HOURS) String timeout,
        @Size(max = 2048) @Pattern("^(http|https)://.*$") String proxy,
        @Nullable LocalRef proxySecretRef,
        @Nullable LocalRef secretRef,
        @Nullable LocalRef certSecretRef,
        String serviceAccountName,
        String commitStatusExpr,
        boolean suspend) {

    public ProviderSpec {
        interval = Absent.text(interval);
        channel = Absent.text(channel);
        username = Absent.text(username);
        address = Absent.text(address);
        timeout = Absent.text(timeout);
        proxy = Absent.text(proxy);
        serviceAccountName = Absent.text(serviceAccountName);
        commitStatusExpr = Absent.text(commitStatusExpr);
    }

    /** The service. */
    public enum Type {
        @JsonProperty("slack")
        SLACK("slack"),
        @JsonProperty("discord")
        DISCORD("discord"),
        @JsonProperty("msteams")
        MSTEAMS("msteams"),
        @JsonProperty("rocket")
        ROCKET("rocket"),
        @JsonProperty("generic")
        GENERIC("generic"),
        @JsonProperty("generic-hmac")
        GENERIC_HMAC("generic-hmac"),
        @JsonProperty("github")
        GITHUB("github"),
        @JsonProperty("gitlab")
        GITLAB("gitlab"),
        @JsonProperty("gitea")
        GITEA("gitea"),
        @JsonProperty("giteapullrequestcomment")
        GITEAPULLREQUESTCOMMENT("giteapullrequestcomment"),
        @JsonProperty("bitbucketserver")
        BITBUCKETSERVER("bitbucketserver"),
        @JsonProperty("bitbucket")
        BITBUCKET("bitbucket"),
        @JsonProperty("azuredevops")
        AZUREDEVOPS("azuredevops"),
        @JsonProperty("googlechat")
        GOOGLECHAT("googlechat"),
        @JsonProperty("googlepubsub")
        GOOGLEPUBSUB("googlepubsub"),
        @JsonProperty("webex")
        WEBEX("webex"),
        @JsonProperty("sentry")
        SENTRY("sentry"),
        @JsonProperty("azureeventhub")
        AZUREEVENTHUB("azureeventhub"),
        @JsonProperty("telegram")
        TELEGRAM("telegram"),
        @JsonProperty("lark")
        LARK("lark"),
        @JsonProperty("matrix")
        MATRIX("matrix"),
        @JsonProperty("opsgenie")
        OPSGENIE("opsgenie"),
        @JsonProperty("alertmanager")
        ALERTMANAGER("alertmanager"),
        @JsonProperty("grafana")
        GRAFANA("grafana"),
        @JsonProperty("githubdispatch")
        GITHUBDISPATCH("githubdispatch"),
        @JsonProperty("githubpullrequestcomment")
        GITHUBPULLREQUESTCOMMENT("githubpullrequestcomment"),
        @JsonProperty("gitlabmergerequestcomment")
        GITLABMERGEREQUESTCOMMENT("gitlabmergerequestcomment"),
        @JsonProperty("pagerduty")
        PAGERDUTY("pagerduty"),
        @JsonProperty("datadog")
        DATADOG("datadog"),
        @JsonProperty("nats")
        NATS("nats"),
        @JsonProperty("zulip")
        ZULIP("zulip"),
        @JsonProperty("otel")
        OTEL("otel"),
        @JsonProperty("zoom")
        ZOOM("zoom"),
        @JsonProperty("incident.io")
        INCIDENT_IO("incident.io");

        private final String text;

        Type(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
