package dev.fluxlab.forge.workflow;

import java.util.Map;
import java.util.Set;

/**
 * One step of a job: a script, or an action with its inputs.
 *
 * @param place file and line, for messages
 */
public record Step(
        String id,
        String name,
        String condition,
        String uses,
        Map<String, String> with,
        String run,
        String workingDirectory,
        Map<String, String> env,
        boolean continueOnError,
        String place) {

    private static final Set<String> KEYS =
            Set.of("id", "name", "if", "uses", "with", "run", "env", "shell", "working-directory", "continue-on-error");

    static Step read(WorkflowNode node) {
        node.allow("a step", KEYS);
        String run = node.text("run");
        String uses = node.text("uses");
        if (run.isEmpty() == uses.isEmpty()) {
            throw node.problem("a step has either \"run\" or \"uses\"");
        }
        node.member("shell").ifPresent(Step::checkShell);
        return new Step(
                node.text("id"),
                nameOf(node, run, uses),
                node.condition("if"),
                uses,
                node.texts("with"),
                run,
                node.text("working-directory"),
                node.texts("env"),
                node.flag("continue-on-error"),
                node.file() + ":" + node.line());
    }

    private static void checkShell(WorkflowNode shell) {
        if (!shell.text().equals("bash")) {
            throw shell.problem("the shell \"" + shell.text() + "\" is not supported; bash is");
        }
    }

    private static String nameOf(WorkflowNode node, String run, String uses) {
        String name = node.text("name");
        if (!name.isEmpty()) {
            return name;
        }
        return "Run " + (uses.isEmpty() ? run.lines().findFirst().orElse("") : uses);
    }
}
