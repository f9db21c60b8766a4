package dev.fluxlab.flux.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.kubernetes.api.model.LabelSelector;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which repository is written, how commits are made and pushed, and which policies and files take part. */
public record ImageUpdateAutomationSpec(
        @Required SourceRef sourceRef,
        @Nullable GitSpec git,
        @Required @Pattern(Durations.ANY) String interval,
        @Nullable LabelSelector policySelector,
        @Default("{\"strategy\":\"Setters\"}") @Nullable Update update,
        boolean suspend) {

    /** The GitRepository that says where and with which credentials. */
    public record SourceRef(
            String apiVersion,
            @Required @Default("GitRepository") SourceKind kind,
            @Required String name,
            String namespace) {

        public SourceRef {
            apiVersion = Absent.text(apiVersion);
            namespace = Absent.text(namespace);
        }

        /** The kinds that can be written to. */
        public enum SourceKind {
            @JsonProperty("GitRepository")
            GIT_REPOSITORY
        }
    }

    /** Checkout, commit and push. */
    public record GitSpec(@Nullable Checkout checkout, @Required Commit commit, @Nullable Push push) {}

    /** What is checked out instead of the GitRepository's own reference. */
    public record Checkout(@Required GitRef ref) {}

    /** Who commits, with which message and signature. */
    public record Commit(
            @Required Author author,
            @Nullable SigningKey signingKey,
            String messageTemplate,
            Map<String, String> messageTemplateValues) {

        public Commit {
            messageTemplate = Absent.text(messageTemplate);
            messageTemplateValues = Absent.map(messageTemplateValues);
        }
    }

    /** Who commits. */
    public record Author(String name, @Required String email) {

        public Author {
            name = Absent.text(name);
        }
    }

    /** The key that signs. */
    public record SigningKey(@Required LocalRef secretRef, @Default("gpg") @Nullable KeyType type) {

        /** What sort of key it is. */
        public enum KeyType {
            @JsonProperty("gpg")
            GPG,
            @JsonProperty("ssh")
            SSH
        }
    }

    /** Where commits go. */
    public record Push(String branch, String refspec, Map<String, String> options) {

        public Push {
            branch = Absent.text(branch);
            refspec = Absent.text(refspec);
            options = Absent.map(options);
        }
    }

    /** Which files are changed, and how. */
    public record Update(@Required @Default("Setters") @Nullable Strategy strategy, String path) {

        public Update {
            path = Absent.text(path);
        }

        /** How values are found. */
        public enum Strategy {
            @JsonProperty("Setters")
            SETTERS
        }
    }
}
