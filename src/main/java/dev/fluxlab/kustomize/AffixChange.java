package dev.fluxlab.kustomize;

import java.util.List;

/** Puts a prefix before, or a suffix after, every name but those that are names of something else. */
record AffixChange(String prefix, String suffix) implements Change {

    private static final List<Gvk> UNTOUCHED = List.of(
            Gvk.ofKind("CustomResourceDefinition"),
            new Gvk("apiregistration.k8s.io", "", "APIService"),
            Gvk.ofKind("Namespace"));

    @Override
    public void apply(ResourceSet resources) {
        resources.all().stream()
                .filter(resource ->
                        UNTOUCHED.stream().noneMatch(resource.originalId().gvk()::isSelectedBy))
                .forEach(this::affix);
    }

    private void affix(Resource resource) {
        if (!prefix.isEmpty()) {
            resource.prefixes().add(prefix);
        }
        if (!suffix.isEmpty()) {
            resource.suffixes().add(suffix);
        }
        resource.remember();
        resource.rename(prefix + resource.name() + suffix);
    }
}
