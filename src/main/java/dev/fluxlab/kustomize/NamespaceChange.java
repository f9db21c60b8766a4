package dev.fluxlab.kustomize;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.util.Optional;
import java.util.stream.Collectors;

/** Moves every object into a namespace; a Namespace takes its name. */
record NamespaceChange(String namespace) implements Change {

    private static final Optional<Json> TEXT = Optional.of(new Str(""));

    @Override
    public void apply(ResourceSet resources) {
        for (Resource resource : resources.all()) {
            resource.remember();
            move(resource);
            if (resources.withId(resource.id()).size() != 1) {
                throw new KustomizeException("namespace transformation produces ID conflict: ["
                        + resources.withId(resource.id()).stream()
                                .map(each -> each.body().toString())
                                .collect(Collectors.joining(" "))
                        + "]");
            }
        }
    }

    private void move(Resource resource) {
        if (!resource.gvk().isClusterScoped()) {
            resource.moveTo(namespace);
        }
        if (resource.gvk().kind().endsWith("RoleBinding")) {
            resource.become(bound(resource.body()));
        }
        if (resource.gvk().equals(Gvk.of("v1", "Namespace"))) {
            resource.rename(namespace);
        }
        for (FieldSpec spec : FieldSpecs.NAMESPACES) {
            resource.become(spec.change(resource, TEXT, old -> new Str(namespace)));
        }
    }

    /** Only the subject named default follows: of others nothing says that they move along. */
    private Obj bound(Obj binding) {
        if (!binding.at("subjects").map(Arr.class::isInstance).orElse(false)) {
            return binding;
        }
        return binding.with(
                "subjects",
                new Arr(binding.items("subjects").stream().map(this::subject).toList()));
    }

    private Json subject(Json subject) {
        boolean isDefault = Scalars.text(subject, "name").equals("default");
        return subject instanceof Obj obj && isDefault ? obj.with("namespace", namespace) : subject;
    }
}
