package dev.fluxlab.cli.lab;

import dev.fluxlab.clock.WorldClock;
import dev.fluxlab.lineage.Lineage;
import dev.fluxlab.lineage.Proof;
import dev.fluxlab.shell.Output;
import dev.fluxlab.shell.ShellCommand;
import dev.fluxlab.world.view.Fleet;
import dev.fluxlab.world.view.Running;
import dev.fluxlab.world.view.WorldView;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The commands by which a learner looks at the world and moves its clock. */
final class WorldCommands {

    private final WorldView world;
    private final WorldClock clock;

    WorldCommands(WorldView world, WorldClock clock) {
        this.world = world;
        this.clock = clock;
    }

    List<ShellCommand> all() {
        return List.of(
                Simple.of("status", "shows the environments at a glance", (words, out) -> status(out)),
                new Simple(
                        "lineage",
                        "proves where what runs came from: lineage production/backend",
                        this::lineage,
                        w -> targets()),
                Simple.of("clock", "shows the world's time; \"clock advance 10m\" moves it", this::clock));
    }

    private List<String> targets() {
        return world.environments().names().stream()
                .flatMap(environment ->
                        world.environments().apps(environment).stream().map(app -> environment + "/" + app))
                .toList();
    }

    int status(Output out) {
        Fleet fleet = world.fleet();
        out.line(out.strong(String.format("  %-12s %-10s %-6s %s", "ENVIRONMENT", "APP", "PODS", "TAG")));
        for (String environment : world.environments().names()) {
            for (String app : world.environments().apps(environment)) {
                world.environments().running(environment, app).ifPresent(running -> row(running, fleet, out));
            }
        }
        return 0;
    }

    private static void row(Running running, Fleet fleet, Output out) {
        long ready = running.pods().stream().filter(Running.Pod::ready).count();
        boolean agrees = fleet.tag(running.environment(), running.app())
                .filter(inGit -> inGit.tag().equals(running.tag()))
                .isPresent();
        String mark = running.isReady() && agrees ? out.good("✔") : out.bad("✗");
        out.line(String.format(
                Locale.ROOT,
                "%s %-12s %-10s %-6s %s%s",
                mark,
                running.environment(),
                running.app(),
                ready + "/" + running.pods().size(),
                running.tag(),
                agrees ? "" : "  (Git has another)"));
    }

    private int lineage(List<String> words, Output out) {
        String[] target = (words.isEmpty() ? "" : words.get(0)).split("/", 2);
        if (target.length != 2) {
            throw new IllegalArgumentException("lineage takes an environment and an app: lineage production/backend");
        }
        Optional<Proof> proof = new Lineage(world).prove(target[0], target[1]);
        if (proof.isEmpty()) {
            throw new IllegalArgumentException(
                    "nothing named " + target[1] + " runs in " + target[0] + "; there are " + targets());
        }
        String format = words.contains("-o") ? words.get(words.size() - 1) : "tree";
        switch (format) {
            case "json" -> out.line(
                    dev.fluxlab.document.JsonText.pretty(proof.get().toJson()));
            case "svg" -> out.line(proof.get().svg());
            default -> out.line(proof.get().tree());
        }
        return switch (proof.get().status()) {
            case HOLDS -> 0;
            case BROKEN -> 1;
            case NOT_JUDGED -> 3;
        };
    }

    private int clock(List<String> words, Output out) throws InterruptedException {
        if (words.size() == 2 && words.get(0).equals("advance")) {
            Duration by = duration(words.get(1));
            boolean rested = clock.advance(by);
            out.line("It is " + clock.instant() + " in the world" + (rested ? "." : "; something is still going on."));
            return 0;
        }
        out.line("It is " + clock.instant() + " in the world, " + clock.ahead().toSeconds()
                + " s ahead of the machine.");
        return 0;
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "a duration is written like 90s, 10m or 1h30m, found \"" + text + "\"", e);
        }
    }
}
