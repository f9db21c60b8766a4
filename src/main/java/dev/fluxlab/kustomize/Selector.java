package dev.fluxlab.kustomize;

import dev.fluxlab.document.Json;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The objects that a patch is for: patterns for kind, name and namespace, selectors over labels and annotations. */
record Selector(ResourceId id, LabelSelector annotations, LabelSelector labels) {

    static Selector of(Json target) {
        return new Selector(
                id(target),
                new LabelSelector(target.text("annotationSelector")),
                new LabelSelector(target.text("labelSelector")));
    }

    static ResourceId id(Json target) {
        return new ResourceId(
                new Gvk(target.text("group"), target.text("version"), target.text("kind")),
                target.text("name"),
                target.text("namespace"));
    }

    List<Resource> among(ResourceSet resources) {
        return resources.all().stream().filter(this::selects).toList();
    }

    private boolean selects(Resource resource) {
        Gvk gvk = resource.gvk();
        return either(id.namespace(), resource, ResourceId::effectiveNamespace)
                && either(id.name(), resource, ResourceId::name)
                && fits(id.gvk().group(), gvk.group())
                && fits(id.gvk().version(), gvk.version())
                && fits(id.gvk().kind(), gvk.kind())
                && selectsTexts(resource);
    }

    boolean selectsTexts(Resource resource) {
        return labels.matches(resource.labels()) && annotations.matches(resource.annotations());
    }

    private static boolean either(String pattern, Resource resource, Function<ResourceId, String> part) {
        return fits(pattern, part.apply(resource.originalId())) || fits(pattern, part.apply(resource.id()));
    }

    private static boolean fits(String pattern, String text) {
        try {
            return pattern.isEmpty() || Pattern.compile(pattern).matcher(text).matches();
        } catch (PatternSyntaxException e) {
            throw new KustomizeException("error parsing regexp: " + e.getDescription() + ": `^(?:" + pattern + ")$`");
        }
    }
}
