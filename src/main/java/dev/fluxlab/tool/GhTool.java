package dev.fluxlab.tool;

import dev.fluxlab.document.Obj;
import dev.fluxlab.world.view.Actions;
import dev.fluxlab.world.view.WorldUnreachable;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** gh: workflows, their runs, and releases of the world's forge. */
final class GhTool implements Tool {

    private static final Arguments.Syntax SYNTAX = new Arguments.Syntax(
            Set.of("repo", "ref", "field", "raw-field", "workflow", "branch", "limit", "interval"),
            Set.of("log", "exit-status", "log-failed", "yaml"),
            Map.of(
                    "R",
                    "repo",
                    "r",
                    "ref",
                    "F",
                    "field",
                    "f",
                    "raw-field",
                    "w",
                    "workflow",
                    "b",
                    "branch",
                    "L",
                    "limit"));

    private final Actions actions;

    GhTool(Actions actions) {
        this.actions = actions;
    }

    @Override
    public String name() {
        return "gh";
    }

    @Override
    public int run(List<String> words, Console console) throws InterruptedException {
        try {
            Arguments arguments = Arguments.parse(words, SYNTAX);
            String repository = new CurrentRepository(console.folder()).name(arguments.value("repo"));
            return dispatch(arguments, repository, console);
        } catch (ToolFailure failure) {
            console.note(String.valueOf(failure.getMessage()));
            return failure.exitCode();
        } catch (Actions.Refused e) {
            console.note("could not do that: " + e.getMessage());
            return 1;
        } catch (WorldUnreachable e) {
            console.note(String.valueOf(e.getMessage()));
            return 1;
        }
    }

    private int dispatch(Arguments arguments, String repository, Console console) throws InterruptedException {
        GhRuns runs = new GhRuns(actions, repository, console);
        String verb = arguments.positional(0).orElse("") + " "
                + arguments.positional(1).orElse("");
        return switch (verb) {
            case "workflow list" -> new GhWorkflows(actions, repository, console).list();
            case "workflow view" -> new GhWorkflows(actions, repository, console).view(target(arguments, "a workflow"));
            case "workflow run" -> dispatchWorkflow(arguments, repository, console);
            case "run list" -> runs.list(arguments);
            case "run view" -> runs.view(arguments);
            case "run watch" -> runs.watch(arguments);
            case "release list" -> new GhReleases(actions, repository, console).list();
            case "release view" -> new GhReleases(actions, repository, console).view(arguments.positional(2));
            default -> throw new ToolFailure(
                    1,
                    "unknown command \"" + verb.strip() + "\" for \"gh\" in this lab; it knows workflow list|view|run,"
                            + " run list|view|watch and release list|view");
        };
    }

    private int dispatchWorkflow(Arguments arguments, String repository, Console console) {
        String workflow = target(arguments, "a workflow's file, e.g. promote-production.yml");
        Obj.Builder inputs = Obj.builder();
        for (String flag : List.of("field", "raw-field")) {
            for (String given : arguments.all(flag)) {
                int equals = given.indexOf('=');
                if (equals < 1) {
                    throw new ToolFailure(1, "field \"" + given + "\" requires a value separated by an '=' sign");
                }
                inputs.put(given.substring(0, equals), given.substring(equals + 1));
            }
        }
        String ref = arguments.value("ref", "main");
        actions.dispatch(repository, workflow, ref, inputs.build());
        console.note("✓ Created workflow_dispatch event for " + workflow + " at " + ref);
        return 0;
    }

    private static String target(Arguments arguments, String what) {
        return arguments
                .positional(2)
                .orElseThrow(
                        () -> new ToolFailure(1, "gh " + String.join(" ", arguments.positional()) + " takes " + what));
    }
}
