package dev.fluxlab.guard;

/** The guardrails, by the names that reports and suppressions use. */
public enum RuleId {
    POLICY_LANGUAGE("policy-language", "An environment's image policy admits only that environment's tags"),
    POLICY_ORDER("policy-order", "An image policy orders tags by the number that its pattern extracts"),
    POLICY_PIN("policy-pin", "A pinned image policy says for which incident and until when"),
    MUTABLE_IMAGE("mutable-image", "Rendered workloads name images by tags that never move"),
    MARKER("marker", "An image marker names a policy of its own environment"),
    AUTOMATION_PATH("automation-path", "An image automation writes only below its own environment"),
    ONE_WRITER("one-writer", "No two image automations write the same files"),
    NO_REBUILD("no-rebuild", "The promotion workflow retags an image and never builds one"),
    RENDERS("renders", "Every kustomization renders"),
    SUSPENSION("suspension", "What is suspended in Git says for which incident and until when"),
    KUSTOMIZATION_PATH("kustomization-path", "A Kustomization applies the folder of its own environment"),
    DEPENDENCIES("dependencies", "Environments do not wait for one another, and nothing waits for itself"),
    NO_FORCE("no-force", "Production is never applied by force"),
    FAST_FAILURE("fast-failure", "A bad release in production is noticed within minutes"),
    INTERVALS("intervals", "Intervals are neither so long nor so short that the loop misbehaves"),
    REPLICAS("replicas", "An autoscaler owns the number of replicas alone"),
    REGISTRY_ACCESS("registry-access", "Shared image repositories name the namespaces that may use them");

    private final String id;
    private final String sentence;

    RuleId(String id, String sentence) {
        this.id = id;
        this.sentence = sentence;
    }

    public String id() {
        return id;
    }

    /** What holds when the guardrail holds. */
    public String sentence() {
        return sentence;
    }
}
