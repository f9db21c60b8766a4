package dev.fluxlab.kube.type;

import static dev.fluxlab.kube.type.Fill.missing;
import static dev.fluxlab.kube.type.Fill.within;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Null;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** apiextensions.k8s.io/v1 CustomResourceDefinition. */
final class Definitions {

    private static final Obj NOTHING_ACCEPTED = Obj.builder()
            .put("conditions", Null.NULL)
            .put(
                    "acceptedNames",
                    Obj.builder().put("plural", "").put("kind", "").build())
            .put("storedVersions", Null.NULL)
            .build();

    private Definitions() {}

    static ResourceType.Builder type() {
        return ResourceType.of("apiextensions.k8s.io/v1", "CustomResourceDefinition")
                .shortNames("crd", "crds")
                .categories("api-extensions")
                .clusterScoped()
                .status()
                .rules(Rules.builder()
                        .defaults(
                                within(
                                        "spec",
                                        Fill.all(
                                                within("names", Definitions::names),
                                                within("conversion", missing("strategy", "None")))),
                                Definitions::storedVersions)
                        .status(Status.builtIn(NOTHING_ACCEPTED))
                        .generation(Generation.OF_SPEC)
                        .onCreate((definition, allocations) -> storedVersions(definition))
                        .onUpdate((definition, old, allocations) -> storedVersions(definition))
                        .needsResourceVersion()
                        .check(DefinitionCheck::check)
                        .checkChange(Immutable.field("spec.group"))
                        .checkChange(Immutable.field("spec.names.plural"))
                        .checkChange(Definitions::checkEstablished));
    }

    private static Obj names(Obj names) {
        String kind = names.text("kind");
        Obj filled = missing("singular", kind.toLowerCase(Locale.ROOT)).apply(names);
        return kind.isEmpty() ? filled : missing("listKind", kind + "List").apply(filled);
    }

    static Optional<String> storageVersion(Obj definition) {
        return definition.items("spec", "versions").stream()
                .filter(version -> Read.flag(version, "storage"))
                .map(version -> version.text("name"))
                .findFirst();
    }

    /** A version that objects may be stored in stays on the list. */
    private static Obj storedVersions(Obj definition) {
        List<Json> stored = definition.items("status", "storedVersions");
        return storageVersion(definition)
                .filter(version -> !stored.contains(new Str(version)))
                .map(version -> definition.withObj(
                        "status", status -> status.with("storedVersions", new Arr(stored).plus(new Str(version)))))
                .orElse(definition);
    }

    private static void checkEstablished(Obj definition, Obj old, Findings at) {
        boolean established = old.items("status", "conditions").stream()
                .anyMatch(condition -> condition.text("type").equals("Established")
                        && condition.text("status").equals("True"));
        if (established) {
            Immutable.field("spec.scope").check(definition, old, at);
            Immutable.field("spec.names.kind").check(definition, old, at);
        }
    }
}
