package dev.fluxlab.forge.workflow;

/** What the token of a job may do. */
public record Permissions(boolean readContents, boolean writeContents, boolean writePackages) {

    /** What a token may do when the file says nothing. */
    static final Permissions DEFAULT = new Permissions(true, false, false);

    static Permissions read(WorkflowNode node) {
        if (node.isText()) {
            return switch (node.text()) {
                case "write-all" -> new Permissions(true, true, true);
                case "read-all" -> DEFAULT;
                default -> throw node.problem("permissions are read-all, write-all, or a mapping");
            };
        }
        String contents = level(node, "contents");
        String packages = level(node, "packages");
        return new Permissions(!contents.equals("none"), contents.equals("write"), packages.equals("write"));
    }

    private static String level(WorkflowNode node, String scope) {
        String level = node.text(scope);
        if (!level.matches("|none|read|write")) {
            throw node.problem("the permission \"" + scope + "\" is none, read or write, not \"" + level + "\"");
        }
        return level.isEmpty() ? "none" : level;
    }
}
