package dev.fluxlab.tool;

import dev.fluxlab.world.view.WorldView;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The flux CLI. */
final class FluxTool implements Tool {

    private static final Arguments.Syntax SYNTAX = new Arguments.Syntax(
            Set.of("namespace", "timeout", "status-selector", "for", "types", "wait", "output"),
            Set.of("all-namespaces", "no-header", "with-source", "all", "compact", "verbose", "pre"),
            Map.of("n", "namespace", "A", "all-namespaces", "o", "output"));

    private final WorldView world;
    private final InstantSource clock;

    FluxTool(WorldView world, InstantSource clock) {
        this.world = world;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "flux";
    }

    @Override
    public int run(List<String> words, Console console) {
        try {
            Arguments arguments =
                    Arguments.parse(words.stream().map(FluxTool::withValue).toList(), SYNTAX);
            return dispatch(new FluxCall(arguments, world, console));
        } catch (ToolFailure failure) {
            console.note("✗ " + failure.getMessage());
            return failure.exitCode();
        }
    }

    /** {@code --wait} alone means true, as pflag has it for a switch that can be turned off. */
    private static String withValue(String word) {
        return word.equals("--wait") ? "--wait=true" : word;
    }

    private int dispatch(FluxCall call) {
        String verb = call.arguments().positional(0).orElse("");
        return switch (verb) {
            case "get" -> new FluxGet(call).run();
            case "reconcile" -> new FluxReconcile(call).run();
            case "suspend" -> new FluxSuspension(call, true).run();
            case "resume" -> new FluxSuspension(call, false).run();
            case "events" -> new FluxEvents(call, clock).run();
            case "tree" -> new FluxTree(call).run();
            case "trace" -> new FluxTrace(call).run();
            case "export" -> new FluxExport(call).run();
            case "" -> throw new ToolFailure(
                    1, "flux takes a verb: get, reconcile, suspend, resume, events, trace, tree or export");
            default -> throw new ToolFailure(
                    1,
                    "unknown command \"" + verb
                            + "\" for \"flux\" in this lab; it knows get, reconcile, suspend, resume,"
                            + " events, trace, tree and export, and the real flux works on this cluster too");
        };
    }
}
