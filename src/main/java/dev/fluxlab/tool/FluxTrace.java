package dev.fluxlab.tool;

import dev.fluxlab.document.Obj;
import dev.fluxlab.world.view.Kind;
import dev.fluxlab.world.view.Reconciliation;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code flux trace}: from an object to the Kustomization and the source it came from. */
final class FluxTrace {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd HH:mm:ss +0000 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int LABEL = 17;

    private final FluxCall call;

    FluxTrace(FluxCall call) {
        this.call = call;
    }

    int run() {
        List<String> words = call.words();
        String[] named = words.size() == 1 ? words.get(0).split("/", 2) : words.toArray(new String[0]);
        if (named.length != 2) {
            throw new ToolFailure(1, "either `<resource>/<name>` or `<resource> <name>` is required as an argument");
        }
        Kind kind = kind(named[0]);
        Obj object = call.world()
                .cluster()
                .find(kind, call.namespace(), named[1])
                .orElseThrow(() -> new ToolFailure(
                        1, "failed to find object: " + plural(kind) + " \"" + named[1] + "\" not found"));
        Map<String, String> labels = owner(object, kind).texts("metadata", "labels");
        String name = labels.getOrDefault("kustomize.toolkit.fluxcd.io/name", "");
        if (name.isEmpty()) {
            call.console()
                    .note("failed to trace " + kind + "/" + named[1] + " in namespace " + call.namespace()
                            + ": object not managed by Flux");
            return 0;
        }
        print(kind, named[1], name, labels.getOrDefault("kustomize.toolkit.fluxcd.io/namespace", ""));
        return 0;
    }

    private static Kind kind(String word) {
        String wanted = word.toLowerCase(Locale.ROOT);
        return Arrays.stream(Kind.values())
                .filter(kind -> List.of(kind.plural(), kind.kind().toLowerCase(Locale.ROOT), shortName(kind))
                        .contains(wanted))
                .findFirst()
                .orElseThrow(() -> new ToolFailure(1, "the server doesn't have a resource type \"" + word + "\""));
    }

    private static String shortName(Kind kind) {
        return switch (kind) {
            case POD -> "po";
            case SERVICE -> "svc";
            case DEPLOYMENT -> "deploy";
            case REPLICA_SET -> "rs";
            case CONFIG_MAP -> "cm";
            case KUSTOMIZATION -> "ks";
            default -> kind.plural();
        };
    }

    private static String plural(Kind kind) {
        int slash = kind.apiVersion().indexOf('/');
        return slash < 0
                ? kind.plural()
                : kind.plural() + "." + kind.apiVersion().substring(0, slash);
    }

    /** The object that Flux applied: the object itself, or what owns it. */
    private Obj owner(Obj object, Kind kind) {
        Optional<Obj> above = object.items("metadata", "ownerReferences").stream()
                .findFirst()
                .flatMap(reference -> Arrays.stream(Kind.values())
                        .filter(each -> each.kind().equals(reference.text("kind")))
                        .findFirst()
                        .flatMap(each -> call.world()
                                .cluster()
                                .find(each, call.namespace(), reference.text("name"))
                                .map(found -> owner(found, each))));
        return above.orElse(object);
    }

    private void print(Kind kind, String object, String name, String namespace) {
        call.console().line("");
        field("Object:", kind.kind() + "/" + object);
        field("Namespace:", call.namespace());
        field("Status:", "Managed by Flux");
        call.console().line("---");
        Obj kustomization = call.world()
                .cluster()
                .find(Kind.KUSTOMIZATION, namespace, name)
                .orElseThrow(() -> new ToolFailure(
                        1,
                        "failed to find kustomization: "
                                + FluxReconcile.notFound(Kind.KUSTOMIZATION, name)
                                        .getMessage()));
        field("Kustomization:", name);
        field("Namespace:", namespace);
        optional("Target:", kustomization.text("spec", "targetNamespace"));
        field("Path:", kustomization.text("spec", "path"));
        field("Revision:", kustomization.text("status", "lastAppliedRevision"));
        status(kustomization, "Last reconciled at ");
        source(kustomization, namespace);
    }

    private void source(Obj kustomization, String namespace) {
        String kindName = kustomization.text("spec", "sourceRef", "kind");
        String name = kustomization.text("spec", "sourceRef", "name");
        String sourceNamespace = kustomization.text("spec", "sourceRef", "namespace");
        Kind kind = kindName.equals("OCIRepository") ? Kind.OCI_REPOSITORY : Kind.GIT_REPOSITORY;
        String where = sourceNamespace.isEmpty() ? namespace : sourceNamespace;
        Obj source =
                call.world().cluster().find(kind, where, name).orElseThrow(() -> FluxReconcile.notFound(kind, name));
        call.console().line("---");
        field(kindName + ":", name);
        field("Namespace:", where);
        field("URL:", source.text("spec", "url"));
        optional("Branch:", source.text("spec", "ref", "branch"));
        optional("Tag:", source.text("spec", "ref", "tag") + source.text("spec", "ref", "semver"));
        field("Revision:", source.text("status", "artifact", "revision"));
        boolean ready = Reconciliation.answerOf(source).isReady();
        status(source, ready ? "Last reconciled at " : "Last reconciliation failed at ");
    }

    private void status(Obj object, String text) {
        Obj ready = Reconciliation.condition(object, "Ready");
        if (ready.isEmpty()) {
            field("Status:", "Unknown");
            return;
        }
        field("Status:", text + TIME.format(Instant.parse(ready.text("lastTransitionTime"))));
        field("Message:", ready.text("message"));
    }

    private void optional(String label, String value) {
        if (!value.isEmpty()) {
            field(label, value);
        }
    }

    private void field(String label, String value) {
        call.console().line(label + " ".repeat(Math.max(1, LABEL - label.length())) + value);
    }
}
