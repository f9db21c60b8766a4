package dev.fluxlab.flux.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The kinds whose events alerts pick and whose runs receivers ask for. */
public enum EventSourceKind {
    @JsonProperty("Bucket")
    BUCKET("Bucket"),
    @JsonProperty("GitRepository")
    GIT_REPOSITORY("GitRepository"),
    @JsonProperty("Kustomization")
    KUSTOMIZATION("Kustomization"),
    @JsonProperty("HelmRelease")
    HELM_RELEASE("HelmRelease"),
    @JsonProperty("HelmChart")
    HELM_CHART("HelmChart"),
    @JsonProperty("HelmRepository")
    HELM_REPOSITORY("HelmRepository"),
    @JsonProperty("ImageRepository")
    IMAGE_REPOSITORY("ImageRepository"),
    @JsonProperty("ImagePolicy")
    IMAGE_POLICY("ImagePolicy"),
    @JsonProperty("ImageUpdateAutomation")
    IMAGE_UPDATE_AUTOMATION("ImageUpdateAutomation"),
    @JsonProperty("OCIRepository")
    OCI_REPOSITORY("OCIRepository"),
    @JsonProperty("ArtifactGenerator")
    ARTIFACT_GENERATOR("ArtifactGenerator"),
    @JsonProperty("ExternalArtifact")
    EXTERNAL_ARTIFACT("ExternalArtifact");

    private final String text;

    EventSourceKind(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
