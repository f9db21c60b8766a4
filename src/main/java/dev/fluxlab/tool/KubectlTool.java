package dev.fluxlab.tool;

import dev.fluxlab.world.view.Cluster;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The part of kubectl that stands in where the real one is missing. */
final class KubectlTool implements Tool {

    private static final Arguments.Syntax SYNTAX = new Arguments.Syntax(
            Set.of("namespace", "output", "selector", "type", "patch", "to-revision", "timeout"),
            Set.of("all-namespaces", "no-headers"),
            Map.of("n", "namespace", "A", "all-namespaces", "o", "output", "l", "selector", "p", "patch"));

    private final Cluster cluster;

    KubectlTool(Cluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public String name() {
        return "kubectl";
    }

    @Override
    public int run(List<String> words, Console console) throws InterruptedException {
        try {
            return dispatch(new KubeCall(Arguments.parse(words, SYNTAX), cluster, console));
        } catch (ToolFailure failure) {
            String message = String.valueOf(failure.getMessage());
            console.note(message.matches("(?s)(error|Error from server).*") ? message : "error: " + message);
            return failure.exitCode();
        }
    }

    private static int dispatch(KubeCall call) throws InterruptedException {
        String verb = call.arguments().positional(0).orElse("");
        return switch (verb) {
            case "get" -> new KubectlGet(call).run();
            case "patch" -> new KubectlPatch(call).run();
            case "rollout" -> new KubectlRollout(call).run();
            default -> throw new ToolFailure(
                    1,
                    "error: unknown command \"" + verb
                            + "\" for \"kubectl\" in this lab; it knows get, patch and rollout history|undo|status,"
                            + " and the real kubectl works on this cluster too");
        };
    }
}
