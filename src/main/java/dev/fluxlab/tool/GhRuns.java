package dev.fluxlab.tool;

import dev.fluxlab.document.Json;
import dev.fluxlab.world.view.Actions;
import java.util.List;

/** {@code gh run}. */
record GhRuns(Actions actions, String repository, Console console) {

    private static final long POLL_MILLIS = 200;

    int list(Arguments arguments) {
        int limit = Integer.parseInt(arguments.value("limit", "20"));
        List<Json> runs = actions.runs(repository).stream()
                .filter(run -> arguments.value("workflow").isEmpty()
                        || run.text("name").equals(arguments.value("workflow", ""))
                        || run.text("path").endsWith("/" + arguments.value("workflow", "")))
                .filter(run -> arguments.value("branch").isEmpty()
                        || run.text("head_branch").equals(arguments.value("branch", "")))
                .limit(limit)
                .toList();
        if (runs.isEmpty()) {
            console.note("no runs found");
            return 0;
        }
        console.print(table(runs));
        return 0;
    }

    String table(List<Json> runs) {
        Columns columns = new Columns("  ").add(List.of("STATUS", "TITLE", "WORKFLOW", "BRANCH", "EVENT", "ID"));
        runs.forEach(run -> columns.add(List.of(
                state(run),
                run.text("display_title"),
                run.text("name"),
                run.text("head_branch"),
                run.text("event"),
                Long.toString(id(run)))));
        return columns.print();
    }

    int view(Arguments arguments) {
        Json run = chosen(arguments);
        if (arguments.has("log") || arguments.has("log-failed")) {
            console.print(actions.log(repository, id(run)));
            return 0;
        }
        show(run);
        return 0;
    }

    /** Waits until a run is over; its exit code is the run's when asked for. */
    int watch(Arguments arguments) throws InterruptedException {
        Json run = chosen(arguments);
        while (!run.text("status").equals("completed")) {
            Thread.sleep(POLL_MILLIS);
            run = actions.run(repository, id(run));
        }
        show(run);
        boolean failed = !run.text("conclusion").equals("success");
        return failed && arguments.has("exit-status") ? 1 : 0;
    }

    /** The run that was named, or the newest. */
    private Json chosen(Arguments arguments) {
        return arguments
                .positional(2)
                .map(id -> actions.run(repository, number(id)))
                .or(() -> actions.runs(repository).stream().findFirst())
                .orElseThrow(() -> new ToolFailure(1, "no runs found for " + repository));
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw new ToolFailure(1, "a run is named by its number, found \"" + id + "\"; \"gh run list\" lists them");
        }
    }

    private void show(Json run) {
        console.line(mark(run) + " " + run.text("head_branch") + " " + run.text("name") + " · " + id(run));
        console.line("Triggered via " + run.text("event") + " at " + run.text("created_at"));
        console.line("");
        console.line("JOBS");
        for (Json job : actions.jobs(repository, id(run))) {
            console.line(mark(job) + " " + job.text("name"));
            job.items("steps").forEach(step -> console.line("  " + mark(step) + " " + step.text("name")));
        }
    }

    private static String mark(Json run) {
        return switch (run.text("conclusion")) {
            case "success" -> "✓";
            case "skipped" -> "-";
            case "" -> "*";
            default -> "X";
        };
    }

    private static String state(Json run) {
        String conclusion = run.text("conclusion");
        return conclusion.isEmpty() ? run.text("status") : conclusion;
    }

    private static long id(Json run) {
        return run.at("id").flatMap(Json::asLong).orElse(0L);
    }
}
