package dev.fluxlab.guard;

import dev.fluxlab.document.Json;
import dev.fluxlab.guard.Finding.Message;
import java.util.List;
import java.util.Map;

/** An image repository that other namespaces use says which, by labels that exist. */
final class RegistryAccessRule implements Rule {

    @Override
    public void check(Fleet fleet, Findings findings) {
        fleet.all(Fleet.IMAGE, "ImageRepository").forEach(repository -> {
            repository.object().items("spec", "exclusionList").stream()
                    .flatMap(pattern -> pattern.asText().stream())
                    .filter(pattern -> !pattern.startsWith("^") || !pattern.endsWith("$"))
                    .forEach(pattern -> unanchored(repository, pattern, findings));
            access(fleet, repository, findings);
        });
    }

    private static void unanchored(Manifest repository, String pattern, Findings findings) {
        findings.warning(
                RuleId.REGISTRY_ACCESS,
                repository.at("/spec/exclusionList"),
                new Message(
                        repository + " excludes tags by " + pattern + ", which is open at an end",
                        "it also hides tags that merely contain it, and with them a release",
                        "anchor it: ^" + pattern.replaceAll("^\\^|\\$$", "") + "$"));
    }

    private static void access(Fleet fleet, Manifest repository, Findings findings) {
        List<Json> selectors = repository.object().items("spec", "accessFrom", "namespaceSelectors");
        for (int i = 0; i < selectors.size(); i++) {
            Map<String, String> labels = selectors.get(i).texts("matchLabels");
            Place place = repository.at("/spec/accessFrom/namespaceSelectors/" + i);
            if (labels.isEmpty()) {
                findings.error(
                        RuleId.REGISTRY_ACCESS,
                        place,
                        new Message(
                                repository + " may be used from every namespace",
                                "anybody with a namespace can run automation on production's images",
                                "select namespaces by their environment label"));
            } else if (knowsNamespaces(fleet) && !exists(fleet, labels)) {
                findings.error(
                        RuleId.REGISTRY_ACCESS,
                        place,
                        new Message(
                                repository + " may be used from namespaces labelled " + labels + ", and there is none",
                                "policies of the namespace that was meant are denied access, and keep their last image",
                                "label the namespace, or correct the selector"));
            }
        }
        denied(fleet, repository, selectors, findings);
    }

    private static boolean knowsNamespaces(Fleet fleet) {
        return fleet.manifests().stream().anyMatch(manifest -> manifest.kind().equals("Namespace"));
    }

    private static boolean exists(Fleet fleet, Map<String, String> labels) {
        return fleet.manifests().stream()
                .filter(manifest -> manifest.kind().equals("Namespace"))
                .anyMatch(namespace -> namespace
                        .object()
                        .texts("metadata", "labels")
                        .entrySet()
                        .containsAll(labels.entrySet()));
    }

    private static void denied(Fleet fleet, Manifest repository, List<Json> selectors, Findings findings) {
        fleet.all(Fleet.IMAGE, "ImagePolicy")
                .filter(policy -> policy.object()
                                .text("spec", "imageRepositoryRef", "name")
                                .equals(repository.name())
                        && policy.object()
                                .text("spec", "imageRepositoryRef", "namespace")
                                .equals(repository.namespace())
                        && !policy.namespace().equals(repository.namespace()))
                .filter(policy -> selectors.isEmpty())
                .forEach(policy -> findings.error(
                        RuleId.REGISTRY_ACCESS,
                        repository.at("/spec"),
                        new Message(
                                repository + " lets no other namespace use it, and " + policy + " needs it",
                                "the policy is denied access and never chooses an image",
                                "add spec.accessFrom with the environment's label")));
    }
}
