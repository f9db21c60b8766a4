package dev.fluxlab.forge.workflow;

import java.util.List;
import java.util.Set;

/** Which pushes start a workflow. */
public record PushTrigger(
        List<String> branches,
        List<String> branchesIgnored,
        List<String> tags,
        List<String> tagsIgnored,
        List<String> paths,
        List<String> pathsIgnored) {

    private static final Set<String> KEYS =
            Set.of("branches", "branches-ignore", "tags", "tags-ignore", "paths", "paths-ignore");

    static PushTrigger read(WorkflowNode node) {
        node.allow("on.push", KEYS);
        return new PushTrigger(
                node.textItems("branches"),
                node.textItems("branches-ignore"),
                node.textItems("tags"),
                node.textItems("tags-ignore"),
                node.textItems("paths"),
                node.textItems("paths-ignore"));
    }

    /** Whether a push of the ref that changed the files is meant. */
    public boolean matches(String ref, Set<String> changed) {
        if (ref.startsWith("refs/tags/")) {
            // filters of paths do not concern tags
            boolean onlyBranches = tags.isEmpty() && tagsIgnored.isEmpty() && filtersBranches();
            return !onlyBranches && passes(tags, tagsIgnored, ref.substring("refs/tags/".length()));
        }
        boolean onlyTags = !filtersBranches() && !(tags.isEmpty() && tagsIgnored.isEmpty());
        return !onlyTags
                && passes(branches, branchesIgnored, ref.substring("refs/heads/".length()))
                && touches(changed);
    }

    private boolean filtersBranches() {
        return !(branches.isEmpty() && branchesIgnored.isEmpty());
    }

    private static boolean passes(List<String> wanted, List<String> ignored, String name) {
        return (wanted.isEmpty() || RefPattern.anyMatches(wanted, name)) && !RefPattern.anyMatches(ignored, name);
    }

    private boolean touches(Set<String> changed) {
        if (paths.isEmpty() && pathsIgnored.isEmpty()) {
            return true;
        }
        return changed.stream().anyMatch(path -> passes(paths, pathsIgnored, path));
    }
}
