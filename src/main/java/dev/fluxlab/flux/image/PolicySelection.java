package dev.fluxlab.flux.image;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.flux.api.ImagePolicy;
import dev.fluxlab.flux.api.ImageUpdateAutomation;
import dev.fluxlab.flux.policy.ElectedImage;
import dev.fluxlab.flux.reconcile.Address;
import dev.fluxlab.flux.reconcile.Run;
import dev.fluxlab.flux.setter.Setters;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The elected images that an automation enforces, by the name of their policy. */
record PolicySelection(Map<String, ElectedImage> images) {

    private static final Set<String> OPERATORS = Set.of("In", "NotIn", "Exists", "DoesNotExist");

    /**
     * Those of the automation's own namespace that its selector picks and that have elected an image, ready or not.
     *
     * @throws IllegalArgumentException when the selector makes no sense
     */
    static PolicySelection of(Run<ImageUpdateAutomation> run) {
        LabelSelector selector = run.resource().getSpec().policySelector();
        validate(selector);
        Map<String, ElectedImage> images = new TreeMap<>();
        Address all = Address.of(ImagePolicy.class, run.namespace(), "");
        for (Json policy : run.cluster().list(all, Map.of())) {
            Obj latest = policy.obj("status", "latestRef");
            if (!latest.isEmpty() && picks(selector, policy.texts("metadata", "labels"))) {
                images.put(policy.text("metadata", "name"), ElectedImage.of(latest));
            }
        }
        return new PolicySelection(images);
    }

    private static List<LabelSelectorRequirement> requirements(@Nullable LabelSelector selector) {
        return selector == null || selector.getMatchExpressions() == null ? List.of() : selector.getMatchExpressions();
    }

    private static void validate(@Nullable LabelSelector selector) {
        for (LabelSelectorRequirement requirement : requirements(selector)) {
            String operator = requirement.getOperator();
            if (!OPERATORS.contains(operator)) {
                throw new IllegalArgumentException("\"" + operator + "\" is not a valid label selector operator");
            }
            boolean needsValues = operator.equals("In") || operator.equals("NotIn");
            if (needsValues && requirement.getValues().isEmpty()) {
                throw new IllegalArgumentException(
                        "values: Invalid value: []: for 'in', 'notin' operators, values set can't be empty");
            }
        }
    }

    private static boolean picks(@Nullable LabelSelector selector, Map<String, String> labels) {
        if (selector == null) {
            return true;
        }
        boolean matches = selector.getMatchLabels() == null
                || labels.entrySet().containsAll(selector.getMatchLabels().entrySet());
        return matches && requirements(selector).stream().allMatch(one -> holds(one, labels));
    }

    private static boolean holds(LabelSelectorRequirement requirement, Map<String, String> labels) {
        String key = requirement.getKey();
        return switch (requirement.getOperator()) {
            case "In" -> labels.containsKey(key) && requirement.getValues().contains(labels.get(key));
            case "NotIn" -> !labels.containsKey(key) || !requirement.getValues().contains(labels.get(key));
            case "Exists" -> labels.containsKey(key);
            default -> !labels.containsKey(key);
        };
    }

    Setters setters(String namespace) {
        Setters setters = new Setters();
        images.forEach((policy, image) -> setters.add(namespace, policy, image));
        return setters;
    }

    /** As the status shows what was last enforced. */
    Obj observed() {
        Obj.Builder observed = Obj.builder();
        images.forEach((policy, image) -> observed.put(policy, ImagePolicyController.json(image)));
        return observed.build();
    }
}
