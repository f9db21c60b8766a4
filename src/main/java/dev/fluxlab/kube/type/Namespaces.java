package dev.fluxlab.kube.type;

import static dev.fluxlab.kube.type.Fill.missing;
import static dev.fluxlab.kube.type.Fill.within;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.util.List;

/** v1 Namespace. */
final class Namespaces {

    private static final String FINALIZER = "kubernetes";

    private static final Table TABLE = new Table()
            .name()
            .text("Status", Doc.says("The status of the namespace"), object -> object.text("status", "phase"))
            .age();

    private Namespaces() {}

    static ResourceType.Builder type() {
        return ResourceType.of("v1", "Namespace")
                .shortNames("ns")
                .clusterScoped()
                .verbs("create", "delete", "get", "list", "patch", "update", "watch")
                .status()
                .with(new Subresource("finalize", GroupVersionKind.of("v1", "Namespace"), List.of("update"), true))
                .rules(Rules.builder()
                        .defaults(Namespaces::labelled, within("status", missing("phase", "Active")))
                        .status(Status.builtIn(Obj.of("phase", "Active")))
                        .onCreate((namespace, allocations) -> guarded(namespace))
                        .onUpdate((namespace, old, allocations) -> namespace.with("spec", old.obj("spec")))
                        .names(Formats::label)
                        .returnsDeletedObject()
                        .selectable("status.phase")
                        .table(TABLE));
    }

    private static Obj labelled(Obj namespace) {
        String name = namespace.text("metadata", "name");
        return name.isEmpty()
                ? namespace
                : namespace.withObj(
                        "metadata",
                        meta -> meta.withObj("labels", labels -> labels.with("kubernetes.io/metadata.name", name)));
    }

    private static Obj guarded(Obj namespace) {
        List<String> finalizers = namespace.items("spec", "finalizers").stream()
                .flatMap(finalizer -> finalizer.asText().stream())
                .toList();
        Arr kept = Arr.ofTexts(finalizers);
        return namespace.withObj(
                "spec",
                spec -> spec.with("finalizers", finalizers.contains(FINALIZER) ? kept : kept.plus(new Str(FINALIZER))));
    }
}
