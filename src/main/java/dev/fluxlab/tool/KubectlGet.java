package dev.fluxlab.tool;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import dev.fluxlab.document.YamlText;
import dev.fluxlab.world.view.Ask;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code kubectl get}: the server's own table, or the object as it is. */
final class KubectlGet {

    private static final String TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json";

    private final KubeCall call;

    KubectlGet(KubeCall call) {
        this.call = call;
    }

    int run() throws InterruptedException {
        KubeCall.Target target = call.target(1);
        String selector = call.arguments()
                .value("selector")
                .map(text -> "?labelSelector=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                .orElse("");
        String path = call.path(target) + selector;
        String output = call.arguments().value("output", "");
        if (output.isEmpty() || output.equals("wide")) {
            return table(call.ask(Ask.get(path, TABLE)), output.equals("wide"));
        }
        call.console().print(shown(target, output, call.get(path)));
        return 0;
    }

    private static String shown(KubeCall.Target target, String output, Obj served) {
        Obj object = served.withObj("metadata", metadata -> metadata.without("managedFields"));
        if (output.equals("yaml") && !target.name().isEmpty()) {
            return YamlText.printSorted(object);
        }
        if (output.equals("name") && !target.name().isEmpty()) {
            return target.resource().named(target.name()) + "\n";
        }
        if (output.startsWith("jsonpath=")) {
            return new KubeTemplate(output.substring("jsonpath=".length())).print(object);
        }
        throw new ToolFailure(
                1,
                "error: this lab's kubectl does not print \"" + output
                        + "\" here; it knows wide, jsonpath=…, and for one object yaml and name");
    }

    private int table(Obj table, boolean wide) {
        if (table.items("rows").isEmpty()) {
            call.console()
                    .note(
                            call.namespace().isEmpty()
                                    ? "No resources found"
                                    : "No resources found in " + call.namespace() + " namespace.");
            return 0;
        }
        List<Json> columns = table.items("columnDefinitions");
        Columns lines = new Columns("   ");
        List<Json> headers = columns.stream()
                .<Json>map(column -> Json.string(column.text("name").toUpperCase(Locale.ROOT)))
                .toList();
        if (!call.arguments().has("no-headers")) {
            lines.add(row(columns, headers, wide, "NAMESPACE"));
        }
        for (Json row : table.items("rows")) {
            lines.add(row(columns, row.items("cells"), wide, row.text("object", "metadata", "namespace")));
        }
        call.console().print(lines.print());
        return 0;
    }

    private List<String> row(List<Json> columns, List<Json> cells, boolean wide, String namespace) {
        List<String> row = new ArrayList<>();
        if (call.arguments().has("all-namespaces")) {
            row.add(namespace);
        }
        for (int i = 0; i < cells.size(); i++) {
            if (wide || columns.get(i).at("priority").flatMap(Json::asLong).orElse(0L) == 0) {
                row.add(cells.get(i) instanceof Str text ? text.value() : JsonText.print(cells.get(i)));
            }
        }
        return row;
    }
}
