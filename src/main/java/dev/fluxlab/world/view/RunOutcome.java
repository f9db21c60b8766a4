package dev.fluxlab.world.view;

/** How a workflow run ended. */
public record RunOutcome(long id, String workflow, String conclusion, String log) {

    public boolean isSuccess() {
        return conclusion.equals("success");
    }

    /** The last lines of the log, where the reason stands. */
    public String lastLines(int count) {
        var lines = log.lines().filter(line -> !line.isBlank()).toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
    }
}
