package dev.fluxlab.flux.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is built from which source, how it is applied, and when it counts as healthy. */
public record KustomizationSpec(
        @Nullable CommonMetadata commonMetadata,
        List<Dependency> dependsOn,
        @Nullable Decryption decryption,
        @Required @Pattern(Durations.ANY) String interval,
        @Pattern(Durations.ANY) String retryInterval,
        @Nullable KubeConfig kubeConfig,
        String path,
        @Nullable PostBuild postBuild,
        @Required boolean prune,
        @Nullable DeletionPolicy deletionPolicy,
        List<HealthCheck> healthChecks,
        @Size(min = 1, max = 200) String namePrefix,
        @Size(min = 1, max = 200) String nameSuffix,
        List<Patch> patches,
        List<Image> images,
        String serviceAccountName,
        @Required SourceRef sourceRef,
        boolean suspend,
        @Size(min = 1, max = 63) String targetNamespace,
        @Pattern(Durations.ANY) String timeout,
        @Default("false") boolean force,
        @JsonProperty("wait") boolean waits,
        List<String> components,
        boolean ignoreMissingComponents,
        List<HealthCheckExpression> healthCheckExprs,
        List<BuildMetadata> buildMetadata,
        List<IgnoreRule> ignore) {

    public KustomizationSpec {
        dependsOn = Absent.list(dependsOn);
        retryInterval = Absent.text(retryInterval);
        path = Absent.text(path);
        healthChecks = Absent.list(healthChecks);
        namePrefix = Absent.text(namePrefix);
        nameSuffix = Absent.text(nameSuffix);
        patches = Absent.list(patches);
        images = Absent.list(images);
        serviceAccountName = Absent.text(serviceAccountName);
        targetNamespace = Absent.text(targetNamespace);
        timeout = Absent.text(timeout);
        components = Absent.list(components);
        healthCheckExprs = Absent.list(healthCheckExprs);
        buildMetadata = Absent.list(buildMetadata);
        ignore = Absent.list(ignore);
    }

    /** Labels and annotations for every object. */
    public record CommonMetadata(Map<String, String> annotations, Map<String, String> labels) {

        public CommonMetadata {
            annotations = Absent.map(annotations);
            labels = Absent.map(labels);
        }
    }

    /** Another Kustomization that has to be ready first. */
    public record Dependency(@Required String name, String namespace, String readyExpr) {

        public Dependency {
            namespace = Absent.text(namespace);
            readyExpr = Absent.text(readyExpr);
        }
    }

    /** How secrets in the source are decrypted. */
    public record Decryption(@Required Tool provider, @Nullable LocalRef secretRef, String serviceAccountName) {

        public Decryption {
            serviceAccountName = Absent.text(serviceAccountName);
        }

        /** The tool that encrypted them. */
        public enum Tool {
            @JsonProperty("sops")
            SOPS
        }
    }

    /** Another cluster to apply to. */
    @ValidationRule(
            value = "has(self.configMapRef) || has(self.secretRef)",
            message = "exactly one of spec.kubeConfig.configMapRef or spec.kubeConfig.secretRef must be specified")
    @ValidationRule(
            value = "!has(self.configMapRef) || !has(self.secretRef)",
            message = "exactly one of spec.kubeConfig.configMapRef or spec.kubeConfig.secretRef must be specified")
    public record KubeConfig(@Nullable LocalRef configMapRef, @Nullable SecretKey secretRef) {

        /** A secret and which of its keys. */
        public record SecretKey(@Required String name, String key) {

            public SecretKey {
                key = Absent.text(key);
            }
        }
    }

    /** Variables that are filled in after the build. */
    public record PostBuild(
            Map<String, String> substitute,
            List<SubstituteFrom> substituteFrom,
            @Nullable Strategy substituteStrategy) {

        public PostBuild {
            substitute = Absent.map(substitute);
            substituteFrom = Absent.list(substituteFrom);
        }

        /** When substitution runs. */
        public enum Strategy {
            @JsonProperty("WithVariables")
            WITH_VARIABLES,
            @JsonProperty("Always")
            ALWAYS
        }

        /** An object that holds variables. */
        public record SubstituteFrom(
                @Required Holder kind,
                @Required @Size(min = 1, max = 253) String name,
                @Default("false") boolean optional) {

            /** The kinds that can hold variables. */
            public enum Holder {
                @JsonProperty("Secret")
                SECRET,
                @JsonProperty("ConfigMap")
                CONFIG_MAP
            }
        }
    }

    /** What becomes of the objects when the Kustomization is deleted. */
    public enum DeletionPolicy {
        @JsonProperty("MirrorPrune")
        MIRROR_PRUNE,
        @JsonProperty("Delete")
        DELETE,
        @JsonProperty("WaitForTermination")
        WAIT_FOR_TERMINATION,
        @JsonProperty("Orphan")
        ORPHAN
    }

    /** An object whose health is waited for. */
    public record HealthCheck(String apiVersion, @Required String kind, @Required String name, String namespace) {

        public HealthCheck {
            apiVersion = Absent.text(apiVersion);
            namespace = Absent.text(namespace);
        }
    }

    /** A patch and which objects it is for. */
    public record Patch(@Required String patch, @Nullable Selector target) {}

    /** Which objects are meant. */
    public record Selector(
            String group,
            String version,
            String kind,
            String name,
            String namespace,
            String labelSelector,
            String annotationSelector) {

        public Selector {
            group = Absent.text(group);
            version = Absent.text(version);
            kind = Absent.text(kind);
            name = Absent.text(name);
            namespace = Absent.text(namespace);
            labelSelector = Absent.text(labelSelector);
            annotationSelector = Absent.text(annotationSelector);
        }
    }

    /** An image and what stands in its place. */
    public record Image(@Required String name, String newName, String newTag, String digest) {

        public Image {
            newName = Absent.text(newName);
            newTag = Absent.text(newTag);
            digest = Absent.text(digest);
        }
    }

    /** The source whose artifact is built. */
    public record SourceRef(String apiVersion, @Required SourceKind kind, @Required String name, String namespace) {

        public SourceRef {
            apiVersion = Absent.text(apiVersion);
            namespace = Absent.text(namespace);
        }

        /** The kinds that can be a source. */
        public enum SourceKind {
            @JsonProperty("OCIRepository")
            OCI_REPOSITORY("OCIRepository"),
            @JsonProperty("GitRepository")
            GIT_REPOSITORY("GitRepository"),
            @JsonProperty("Bucket")
            BUCKET("Bucket"),
            @JsonProperty("ExternalArtifact")
            EXTERNAL_ARTIFACT("ExternalArtifact");

            private final String text;

            SourceKind(String text) {
                this.text = text;
            }

            @Override
            public String toString() {
                return text;
            }
        }
    }

    /** Expressions that tell the health of objects of a kind. */
    public record HealthCheckExpression(
            @Required String apiVersion,
            @Required String kind,
            @Required String current,
            String inProgress,
            String failed) {

        public HealthCheckExpression {
            inProgress = Absent.text(inProgress);
            failed = Absent.text(failed);
        }
    }

    /** What the build notes on the objects. */
    public enum BuildMetadata {
        @JsonProperty("originAnnotations")
        ORIGIN_ANNOTATIONS,
        @JsonProperty("transformerAnnotations")
        TRANSFORMER_ANNOTATIONS
    }

    /** Fields whose drift is left alone. */
    public record IgnoreRule(@Required List<String> paths, @Nullable Selector target) {

        public IgnoreRule {
            paths = Absent.list(paths);
        }
    }
}
