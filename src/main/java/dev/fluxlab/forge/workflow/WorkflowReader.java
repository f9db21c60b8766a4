package dev.fluxlab.forge.workflow;

import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.Position;
import dev.fluxlab.document.YamlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a workflow file. */
public final class WorkflowReader {

    private static final Set<String> KEYS =
            Set.of("name", "run-name", "on", "true", "permissions", "env", "concurrency", "defaults", "jobs");
    private static final Set<String> TRIGGERS = Set.of("push", "workflow_dispatch");

    private WorkflowReader() {}

    /** @throws WorkflowException with file and line, when it is no workflow or asks for what is not supported */
    public static Workflow read(String path, String text) {
        WorkflowNode root = root(path, text);
        root.allow("a workflow", KEYS);
        WorkflowNode on = root.member("on")
                .or(() -> root.member("true")) // YAML 1.1 reads the key "on" as true
                .orElseThrow(() -> root.problem("the workflow says nothing about when it runs (\"on\")"));
        Map<String, WorkflowNode> triggers = triggers(on);
        Permissions permissions =
                root.member("permissions").map(Permissions::read).orElse(Permissions.DEFAULT);
        return new Workflow(
                path,
                root.text("name").isEmpty() ? path : root.text("name"),
                Optional.ofNullable(triggers.get("push")).map(WorkflowReader::push),
                Optional.ofNullable(triggers.get("workflow_dispatch")).map(WorkflowReader::dispatch),
                root.texts("env"),
                jobs(root, permissions));
    }

    private static WorkflowNode root(String path, String text) {
        try {
            List<YamlText.Located> documents = YamlText.readLocated(text);
            if (documents.size() != 1) {
                throw new WorkflowException(path, 1, "a workflow file holds one YAML document");
            }
            return new WorkflowNode(path, documents.get(0), "", documents.get(0).value());
        } catch (DocumentException e) {
            int line = e.position().map(Position::line).orElse(1);
            throw new WorkflowException(path, line, String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, WorkflowNode> triggers(WorkflowNode on) {
        Map<String, WorkflowNode> triggers = new LinkedHashMap<>();
        if (on.value().asObj().isPresent()) {
            triggers.putAll(on.members());
        } else {
            on.items().forEach(item -> triggers.put(item.text(), item));
        }
        triggers.forEach((event, node) -> {
            if (!TRIGGERS.contains(event)) {
                throw node.problem("the event \"" + event + "\" is not supported; push and workflow_dispatch are");
            }
        });
        return triggers;
    }

    private static PushTrigger push(WorkflowNode node) {
        return node.value().asObj().isPresent()
                ? PushTrigger.read(node)
                : new PushTrigger(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private static DispatchTrigger dispatch(WorkflowNode node) {
        return node.value().asObj().isPresent() ? DispatchTrigger.read(node) : new DispatchTrigger(Map.of());
    }

    private static List<Job> jobs(WorkflowNode root, Permissions permissions) {
        WorkflowNode all = root.member("jobs").orElseThrow(() -> root.problem("the workflow has no jobs"));
        Map<String, Job> jobs = new LinkedHashMap<>();
        all.members().forEach((id, node) -> jobs.put(id, Job.read(id, node, permissions)));
        List<Job> ordered = new ArrayList<>();
        Set<String> done = new java.util.HashSet<>();
        while (ordered.size() < jobs.size()) {
            Job next = jobs.values().stream()
                    .filter(job -> !done.contains(job.id()) && done.containsAll(job.needs()))
                    .findFirst()
                    .orElseThrow(() -> all.problem("jobs need each other in a circle, or one that is not there"));
            done.add(next.id());
            ordered.add(next);
        }
        return ordered;
    }
}
