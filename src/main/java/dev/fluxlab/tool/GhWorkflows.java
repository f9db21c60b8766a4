package dev.fluxlab.tool;

import dev.fluxlab.document.Json;
import dev.fluxlab.world.view.Actions;
import java.util.List;

/** {@code gh workflow}. */
record GhWorkflows(Actions actions, String repository, Console console) {

    int list() {
        Columns columns = new Columns("  ").add(List.of("NAME", "STATE", "FILE"));
        actions.workflows(repository)
                .forEach(workflow ->
                        columns.add(List.of(workflow.text("name"), workflow.text("state"), file(workflow))));
        console.print(columns.print());
        return 0;
    }

    int view(String name) {
        Json workflow = actions.workflows(repository).stream()
                .filter(each -> each.text("name").equals(name) || file(each).equals(name))
                .findFirst()
                .orElseThrow(() -> new ToolFailure(
                        1,
                        "could not find any workflows named " + name + "; there are "
                                + actions.workflows(repository).stream()
                                        .map(GhWorkflows::file)
                                        .toList()));
        console.line(workflow.text("name") + " - " + file(workflow));
        GhRuns runs = new GhRuns(actions, repository, console);
        console.print(runs.table(actions.runs(repository).stream()
                .filter(run -> run.text("name").equals(workflow.text("name")))
                .limit(5)
                .toList()));
        return 0;
    }

    private static String file(Json workflow) {
        String path = workflow.text("path");
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
