package dev.fluxlab.tool;

import dev.fluxlab.document.Obj;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code flux get}. */
final class FluxGet {

    private final FluxCall call;

    FluxGet(FluxCall call) {
        this.call = call;
    }

    int run() {
        List<String> words = call.words();
        if (words.isEmpty()) {
            throw new ToolFailure(
                    1, "flux get takes the kind to get, e.g. \"kustomizations\", \"images all\", \"all\"");
        }
        String first = FluxKind.singular(words.get(0));
        if (first.equals("all")) {
            return all(kind -> true);
        }
        if (words.size() > 1 && words.get(1).equals("all")) {
            return all(first.equals("source") ? FluxKind::isSource : FluxKind::isImage);
        }
        FluxKind.Named named = FluxKind.read(words)
                .orElseThrow(() ->
                        new ToolFailure(1, "unknown command \"" + String.join(" ", words) + "\" for \"flux get\""));
        return one(named.kind(), call.word(named.words()));
    }

    private int one(FluxKind kind, Optional<String> name) {
        List<Obj> objects = objects(kind, name);
        String where = call.allNamespaces() ? "in any namespace" : "in \"" + call.namespace() + "\" namespace";
        if (objects.isEmpty()) {
            String what = kind.kind().kind();
            throw new ToolFailure(
                    1,
                    name.map(wanted -> what + " object '" + wanted + "' not found " + where)
                            .orElse("no " + what + " objects found " + where));
        }
        call.console()
                .print(table(kind, selected(kind, objects), false)
                        .print(!call.arguments().has("no-header")));
        return 0;
    }

    /** Several kinds, a table each; what has no objects is left out. */
    private int all(Predicate<FluxKind> of) {
        Arrays.stream(FluxKind.values()).filter(of).forEach(kind -> {
            List<Obj> objects = selected(kind, objects(kind, Optional.empty()));
            if (!objects.isEmpty()) {
                call.console()
                        .print(table(kind, objects, true)
                                        .print(!call.arguments().has("no-header")) + "\n");
            }
        });
        return 0;
    }

    private List<Obj> objects(FluxKind kind, Optional<String> name) {
        return call.world().cluster().list(kind.kind(), call.listed()).stream()
                .filter(object ->
                        name.isEmpty() || object.text("metadata", "name").equals(name.get()))
                .toList();
    }

    private List<Obj> selected(FluxKind kind, List<Obj> objects) {
        Optional<String> selector = call.arguments().value("status-selector");
        return objects.stream()
                .filter(object -> selector.isEmpty() || FluxRows.matches(object, kind, selector.get()))
                .toList();
    }

    private FluxTable table(FluxKind kind, List<Obj> objects, boolean kindInName) {
        FluxRows rows = new FluxRows(kind);
        List<String> header = new ArrayList<>(rows.header());
        if (call.allNamespaces()) {
            header.add(0, "namespace");
        }
        FluxTable table = new FluxTable(header);
        for (Obj object : objects) {
            String prefix = kindInName ? kind.kind().kind().toLowerCase(Locale.ROOT) + "/" : "";
            List<String> row = new ArrayList<>(rows.row(object, prefix + object.text("metadata", "name")));
            if (call.allNamespaces()) {
                row.add(0, object.text("metadata", "namespace"));
            }
            table.add(row);
        }
        return table;
    }
}
