package dev.fluxlab.tool;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.YamlText;
import dev.fluxlab.world.view.Ask;

/** {@code kubectl patch}. */
final class KubectlPatch {

    private final KubeCall call;

    KubectlPatch(KubeCall call) {
        this.call = call;
    }

    int run() throws InterruptedException {
        String patch = call.arguments()
                .value("patch")
                .orElseThrow(() -> new ToolFailure(
                        1, "error: must specify --patch or --patch-file containing the contents of the patch"));
        String type = type(call.arguments().value("type", "strategic"));
        KubeCall.Target target = call.one(1);
        Obj before = call.get(call.path(target));
        Obj after = call.ask(Ask.patch(call.path(target), type, JsonText.print(YamlText.read(patch))));
        boolean same = version(before).equals(version(after));
        call.console().line(target.resource().named(target.name()) + " patched" + (same ? " (no change)" : ""));
        return 0;
    }

    private static String version(Json object) {
        return object.text("metadata", "resourceVersion");
    }

    private static String type(String name) {
        return switch (name) {
            case "merge" -> "application/merge-patch+json";
            case "json" -> "application/json-patch+json";
            case "strategic" -> "application/strategic-merge-patch+json";
            default -> throw new ToolFailure(
                    1, "error: --type must be one of [json merge strategic], not \"" + name + "\"");
        };
    }
}
