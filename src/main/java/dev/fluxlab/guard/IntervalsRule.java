package dev.fluxlab.guard;

import dev.fluxlab.guard.Finding.Message;
import java.time.Duration;
import java.util.Optional;

/** Registries are not asked too often, Git not too seldom. */
final class IntervalsRule implements Rule {

    private static final Duration SHORTEST_SCAN = Duration.ofMinutes(1);
    private static final Duration LONGEST_FETCH = Duration.ofMinutes(10);

    @Override
    public void check(Fleet fleet, Findings findings) {
        fleet.all(Fleet.IMAGE, "ImageRepository")
                .filter(manifest ->
                        interval(manifest).map(SHORTEST_SCAN::compareTo).orElse(0) > 0)
                .forEach(manifest -> findings.warning(
                        RuleId.INTERVALS,
                        manifest.at("/spec/interval"),
                        new Message(
                                manifest + " scans its registry every " + text(manifest),
                                "registries answer so many requests with 429, and then no image is found at all",
                                "set spec.interval to 1m or more; a receiver brings news at once")));
        fleet.all(Fleet.SOURCE, "GitRepository")
                .filter(manifest ->
                        interval(manifest).map(LONGEST_FETCH::compareTo).orElse(0) < 0)
                .forEach(manifest -> findings.warning(
                        RuleId.INTERVALS,
                        manifest.at("/spec/interval"),
                        new Message(
                                manifest + " is fetched every " + text(manifest),
                                "a rollback in Git waits that long when the webhook is lost",
                                "set spec.interval to 10m or less")));
    }

    private static String text(Manifest manifest) {
        return manifest.object().text("spec", "interval");
    }

    private static Optional<Duration> interval(Manifest manifest) {
        return Intervals.parse(text(manifest));
    }
}
