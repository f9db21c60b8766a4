package dev.fluxlab.forge.workflow;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** A job of a workflow. */
public record Job(
        String id,
        String name,
        List<String> needs,
        String condition,
        Permissions permissions,
        Map<String, String> env,
        Map<String, String> outputs,
        List<Step> steps,
        int timeoutMinutes) {

    private static final int DEFAULT_TIMEOUT = 10;
    private static final Set<String> KEYS = Set.of(
            "name",
            "needs",
            "if",
            "permissions",
            "env",
            "outputs",
            "steps",
            "runs-on",
            "timeout-minutes",
            "environment",
            "concurrency");

    static Job read(String id, WorkflowNode node, Permissions inherited) {
        node.allow("a job", KEYS);
        List<Step> steps =
                node
                        .member("steps")
                        .orElseThrow(() -> node.problem("the job \"" + id + "\" has no steps"))
                        .items()
                        .stream()
                        .map(Step::read)
                        .toList();
        return new Job(
                id,
                node.text("name").isEmpty() ? id : node.text("name"),
                node.textItems("needs"),
                node.condition("if"),
                node.member("permissions").map(Permissions::read).orElse(inherited),
                node.texts("env"),
                node.texts("outputs"),
                steps,
                timeout(node));
    }

    private static int timeout(WorkflowNode node) {
        String minutes = node.text("timeout-minutes");
        if (!minutes.matches("|\\d{1,4}")) {
            throw node.problem("timeout-minutes is a number of minutes, not \"" + minutes + "\"");
        }
        return minutes.isEmpty() ? DEFAULT_TIMEOUT : Integer.parseInt(minutes);
    }
}
