package dev.fluxlab.cli.lab;

import dev.fluxlab.guard.Finding;
import dev.fluxlab.guard.Guard;
import dev.fluxlab.guard.ReportFormat;
import dev.fluxlab.guard.Severity;
import dev.fluxlab.shell.Output;
import dev.fluxlab.shell.ShellCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** {@code guard} at the prompt: the guardrails over the clone the learner is in, or the clone of the fleet. */
final class GuardCommand implements ShellCommand {

    private final Workplace workplace;
    private final Path fleet;
    private final Guard guard;

    GuardCommand(Workplace workplace, Path fleet, InstantSource clock) {
        this.workplace = workplace;
        this.fleet = fleet;
        this.guard = new Guard(clock);
    }

    @Override
    public String name() {
        return "guard";
    }

    @Override
    public String summary() {
        return "holds the fleet's clone to its guardrails";
    }

    @Override
    public int run(List<String> words, Output out) {
        Path folder = words.isEmpty() ? here() : workplace.folder().resolve(words.get(0));
        try {
            List<Finding> findings = guard.over(folder);
            out.line(ReportFormat.TEXT.print(findings).stripTrailing());
            return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR) ? 1 : 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder + ": " + e.getMessage(), e);
        }
    }

    private Path here() {
        return Files.isDirectory(workplace.folder().resolve("flux")) ? workplace.folder() : fleet;
    }
}
